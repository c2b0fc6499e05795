package dev.countersign.source;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/// A colour as far as it can be told without colour management; unknown for patterns, spot colours
/// and the like.
record Ink(boolean known, float red, float green, float blue) {
  static final Ink UNKNOWN = new Ink(false, 0, 0, 0);
  static final Ink BLACK = new Ink(true, 0, 0, 0);
  static final Ink WHITE = new Ink(true, 1, 1, 1);

  /// Two colours closer than this in each component cannot be told apart on paper.
  private static final float SAME = 0.06f;

  /// @param operands one number is grey, three are RGB, four are CMYK
  static Ink of(List<COSBase> operands) {
    float[] c = new float[operands.size()];
    for (int i = 0; i < c.length; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) return UNKNOWN;
      c[i] = number.floatValue();
    }
    return switch (c.length) {
      case 1 -> new Ink(true, c[0], c[0], c[0]);
      case 3 -> new Ink(true, c[0], c[1], c[2]);
      case 4 -> new Ink(true, mixed(c[0], c[3]), mixed(c[1], c[3]), mixed(c[2], c[3]));
      default -> UNKNOWN;
    };
  }

  private static float mixed(float colour, float black) {
    return 1 - Math.min(1, colour + black);
  }

  /// Whether numbers in this colour space mean what [#of] takes them for.
  static boolean isPlain(@Nullable COSBase name, @Nullable PDResources resources) {
    if (!(name instanceof COSName space)) return false;
    if (space.getName().startsWith("Device")) return true;
    if (resources == null) return false;
    COSBase spaces = resources.getCOSObject().getDictionaryObject(COSName.COLORSPACE);
    if (!(spaces instanceof org.apache.pdfbox.cos.COSDictionary dictionary)) return false;
    COSBase found = dictionary.getDictionaryObject(space);
    if (found instanceof COSName device) return device.getName().startsWith("Device");
    if (!(found instanceof COSArray array) || array.size() < 2) return false;
    String family = array.getName(0);
    if ("CalRGB".equals(family) || "CalGray".equals(family)) return true;
    return "ICCBased".equals(family) && array.getObject(1) instanceof COSStream;
  }

  boolean looksLike(Ink other) {
    return known
        && other.known
        && Math.abs(red - other.red) < SAME
        && Math.abs(green - other.green) < SAME
        && Math.abs(blue - other.blue) < SAME;
  }
}
