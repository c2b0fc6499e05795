package dev.countersign.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// Tells which characters a person can see: not those in the colour of what is behind them, tiny,
/// off the page, clipped away, painted over or drawn without ink. Text below or without ink on a
/// picture is the text layer of a scan and counts as seen.
final class GlyphSight {
  private static final float TINY = 3;
  private static final float FAINT = 0.1f;
  private static final float SLACK = 2;

  private final Area page;
  private final float shiftX;
  private final float shiftY;
  private final PageCanvas canvas;
  private final List<Spot> spots = new ArrayList<>();

  /// Where a character was drawn and how.
  ///
  /// @param inkless drawn in a way that leaves no colour at all
  /// @param outlined drawn by its outline too, so that the fill colour does not decide
  private record Spot(
      float x,
      float y,
      int painted,
      Ink ink,
      Area clip,
      boolean inkless,
      boolean outlined,
      boolean tiny) {}

  GlyphSight(PDRectangle crop, PageCanvas canvas) {
    this.page =
        new Area(
            crop.getLowerLeftX(),
            crop.getLowerLeftY(),
            crop.getUpperRightX(),
            crop.getUpperRightY());
    this.shiftX = crop.getLowerLeftX();
    this.shiftY = crop.getLowerLeftY();
    this.canvas = canvas;
  }

  Area page() {
    return page;
  }

  void note(TextPosition position, PDGraphicsState state) {
    Matrix at = position.getTextMatrix();
    RenderingMode mode = state.getTextState().getRenderingMode();
    boolean faint = mode.isFill() && state.getNonStrokeAlphaConstant() < FAINT;
    double angle = Math.atan2(at.getShearY(), at.getScaleX());
    float along = position.getWidthDirAdj() / 2;
    float up = position.getYScale() * 0.3f;
    spots.add(
        new Spot(
            at.getTranslateX() + shiftX + (float) (along * Math.cos(angle) - up * Math.sin(angle)),
            at.getTranslateY() + shiftY + (float) (along * Math.sin(angle) + up * Math.cos(angle)),
            canvas.paintedSoFar(),
            canvas.ink(),
            canvas.clip(),
            faint || mode == RenderingMode.NEITHER,
            mode.isStroke(),
            position.getYScale() < TINY));
  }

  List<Glyph> seen(List<Glyph> glyphs) {
    return only(glyphs, false);
  }

  List<Glyph> hidden(List<Glyph> glyphs) {
    return only(glyphs, true);
  }

  private List<Glyph> only(List<Glyph> glyphs, boolean hidden) {
    List<Glyph> chosen = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      Interrupted.check();
      if (isHidden(spots.get(i)) == hidden) chosen.add(glyphs.get(i));
    }
    return chosen;
  }

  private boolean isHidden(Spot spot) {
    if (spot.tiny || isOutside(page, spot) || isOutside(spot.clip, spot)) return true;
    if (spot.inkless) return !canvas.hasImageAt(spot.x, spot.y);
    if (canvas.coveredAfter(spot.x, spot.y, spot.painted)) return true;
    return !spot.outlined && spot.ink.looksLike(canvas.background(spot.x, spot.y, spot.painted));
  }

  private static boolean isOutside(Area area, Spot spot) {
    boolean beside = spot.x < area.left() - SLACK || spot.x > area.right() + SLACK;
    return beside || spot.y < area.bottom() - SLACK || spot.y > area.top() + SLACK;
  }
}
