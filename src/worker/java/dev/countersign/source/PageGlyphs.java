package dev.countersign.source;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The characters of one PDF page in the order in which the file draws them, filled-in form fields
/// last, each with what it is drawn on.
final class PageGlyphs extends PDFTextStripper {
  private static final float BOLD_WEIGHT = 600;

  /// A page number or the stamp of a scanner has fewer letters than this.
  private static final int STAMP = 60;

  private static final float OPAQUE = 0.99f;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final PageCanvas canvas = new PageCanvas();
  private final GlyphSight sight;
  private final int most;

  /// @param most characters of the page at most
  PageGlyphs(PDPage page, int most) throws IOException {
    this.most = most;
    this.sight = new GlyphSight(page.getCropBox(), canvas);
    this.output = Writer.nullWriter();
    setShouldSeparateByBeads(false);
    countOnePage();
    processPage(page);
    for (PDAnnotation annotation : page.getAnnotations()) show(annotation);
  }

  /// The stripper reads a page only when its own count has come to the first page.
  private void countOnePage() throws IOException {
    PDPageTree blank = new PDPageTree();
    blank.add(new PDPage());
    processPages(blank);
  }

  List<Glyph> seen() {
    return sight.seen(glyphs);
  }

  List<Glyph> hidden() {
    return sight.hidden(glyphs);
  }

  /// Whether a picture makes up most of the page and next to no text goes with it.
  boolean isPicture() {
    long letters = glyphs.stream().filter(glyph -> !glyph.text().isBlank()).count();
    if (letters == 0) return canvas.hasImage();
    return letters < STAMP && canvas.imageShare(sight.page()) > 0.5f;
  }

  private void show(PDAnnotation annotation) throws IOException {
    boolean shows = !annotation.isHidden() && !annotation.isNoView();
    boolean popup = "Popup".equals(annotation.getSubtype());
    if (!shows || popup || annotation.getNormalAppearanceStream() == null) return;
    int depth = canvas.depth();
    canvas.save();
    showAnnotation(annotation);
    canvas.restoreTo(depth);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    Interrupted.check();
    String text = position.getUnicode();
    if (text == null || text.isEmpty() || glyphs.size() >= most) return;
    PDGraphicsState state = getGraphicsState();
    sight.note(position, state);
    glyphs.add(
        new Glyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            position.getYScale(),
            isBold(position.getFont()),
            position.getDir()));
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    if (name.contains("bold") || name.contains("black") || name.contains("heavy")) return true;
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    Interrupted.check();
    int depth = canvas.depth();
    boolean draws = "Do".equals(operator.getName());
    if (draws) canvas.save();
    switch (operator.getName()) {
      case "q" -> canvas.save();
      case "Q" -> canvas.restore();
      case "re" -> rectangle(operands);
      case "m", "l", "c", "v", "y" -> points(operands);
      case "W", "W*" -> canvas.clipAtEndOfPath();
      case "f", "F", "f*", "B", "B*", "b", "b*" -> canvas.fill(isOpaque());
      case "n", "S", "s" -> canvas.endPath();
      case "sh" -> canvas.shading();
      case "BI" -> canvas.image(unitSquare());
      case "Do" -> drawn(operands);
      case "g", "rg", "k" -> {
        canvas.colourSpace(true);
        canvas.ink(Ink.of(operands));
      }
      case "cs" -> canvas.colourSpace(Ink.isPlain(first(operands), getResources()));
      case "sc", "scn" -> canvas.ink(canvas.hasPlainSpace() ? Ink.of(operands) : Ink.UNKNOWN);
      default -> {}
    }
    super.processOperator(operator, operands);
    if (draws) canvas.restoreTo(depth);
  }

  private static COSBase first(List<COSBase> operands) {
    return operands.isEmpty() ? COSName.PATTERN : operands.getFirst();
  }

  private void drawn(List<COSBase> operands) {
    if (!(first(operands) instanceof COSName name) || getResources() == null) return;
    COSBase objects = getResources().getCOSObject().getDictionaryObject(COSName.XOBJECT);
    boolean image =
        objects instanceof org.apache.pdfbox.cos.COSDictionary all
            && all.getDictionaryObject(name) instanceof COSStream stream
            && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    if (image) canvas.image(unitSquare());
  }

  private boolean isOpaque() {
    PDGraphicsState state = getGraphicsState();
    return state.getNonStrokeAlphaConstant() > OPAQUE
        && state.getSoftMask() == null
        && BlendMode.NORMAL.equals(state.getBlendMode());
  }

  private Area unitSquare() {
    return box(0, 0, 1, 1);
  }

  private Area box(float x, float y, float width, float height) {
    Point2D.Float corner = transformedPoint(x, y);
    Area box = new Area(corner.x, corner.y, corner.x, corner.y);
    for (Point2D.Float p :
        List.of(
            transformedPoint(x + width, y),
            transformedPoint(x, y + height),
            transformedPoint(x + width, y + height))) {
      box = box.with(p.x, p.y);
    }
    return box;
  }

  private void rectangle(List<COSBase> operands) {
    if (operands.size() < 4) return;
    float width = number(operands, 2);
    float height = number(operands, 3);
    Area box = box(number(operands, 0), number(operands, 1), width, height);
    Point2D.Float corner = transformedPoint(0, 0);
    Point2D.Float along = transformedPoint(1, 0);
    boolean upright = Math.abs(corner.x - along.x) < 1e-3f || Math.abs(corner.y - along.y) < 1e-3f;
    canvas.rectangle(box, upright);
  }

  private void points(List<COSBase> operands) {
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      Point2D.Float point = transformedPoint(number(operands, i), number(operands, i + 1));
      canvas.point(point.x, point.y);
    }
  }

  private static float number(List<COSBase> operands, int index) {
    return operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
  }
}
