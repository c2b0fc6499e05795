package dev.countersign.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PdfFormTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_was_filled_into_a_bid_form_is_read(boolean drawnByItsProgram) throws IOException {
    Document document = Fixtures.read("form.pdf", aFilledForm(drawnByItsProgram, false));

    assertThat(document.pages().getFirst().text()).contains("28,400.00");
  }

  @Test
  void a_hidden_field_is_not_read() throws IOException {
    Document document = Fixtures.read("form.pdf", aFilledForm(true, true));

    assertThat(document.readable()).isFalse();
  }

  private static byte[] aFilledForm(boolean drawn, boolean hidden) throws IOException {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.LETTER);
      pdf.addPage(page);
      PDAcroForm form = new PDAcroForm(pdf);
      pdf.getDocumentCatalog().setAcroForm(form);
      PDResources fonts = new PDResources();
      fonts.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
      form.setDefaultResources(fonts);
      PDTextField field = new PDTextField(form);
      field.setPartialName("total");
      field.setDefaultAppearance("/Helv 12 Tf 0 g");
      form.getFields().add(field);
      PDAnnotationWidget widget = field.getWidgets().getFirst();
      widget.setRectangle(new PDRectangle(50, 600, 200, 20));
      widget.setPage(page);
      widget.setHidden(hidden);
      page.setAnnotations(List.of(widget));
      field.setValue("28,400.00");
      if (!drawn) {
        widget.getCOSObject().removeItem(COSName.AP);
        form.setNeedAppearances(true);
      }
      pdf.save(out);
      return out.toByteArray();
    }
  }
}
