package dev.countersign.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is painted on a page besides text, as boxes in the order of painting: enough to tell
/// whether a person sees a character against it.
final class PageCanvas {
  /// More than this is a drawing; what is painted later is left out.
  private static final int MOST = 20_000;

  private record State(Area clip, Ink ink, boolean plainSpace) {}

  /// @param sure a filled rectangle of known colour that hides what is below it
  private record Painted(Area area, Ink ink, boolean sure, boolean image) {}

  private final Deque<State> saved = new ArrayDeque<>();
  private final List<Painted> painted = new ArrayList<>();
  private State state = new State(Area.EVERYWHERE, Ink.BLACK, true);
  private @Nullable Area path;
  private boolean rectangle;
  private boolean clips;

  void save() {
    saved.push(state);
  }

  void restore() {
    if (!saved.isEmpty()) state = saved.pop();
  }

  int depth() {
    return saved.size();
  }

  void restoreTo(int depth) {
    while (saved.size() > depth) restore();
  }

  void ink(Ink ink) {
    state = new State(state.clip, ink, state.plainSpace);
  }

  void colourSpace(boolean plain) {
    state = new State(state.clip, plain ? Ink.BLACK : Ink.UNKNOWN, plain);
  }

  boolean hasPlainSpace() {
    return state.plainSpace;
  }

  Ink ink() {
    return state.ink;
  }

  Area clip() {
    return state.clip;
  }

  int paintedSoFar() {
    return painted.size();
  }

  /// @param upright whether its sides are parallel to the page's
  void rectangle(Area box, boolean upright) {
    rectangle = upright && path == null;
    path = path == null ? box : path.with(box.left(), box.bottom()).with(box.right(), box.top());
  }

  void point(float x, float y) {
    rectangle = false;
    path = path == null ? new Area(x, y, x, y) : path.with(x, y);
  }

  void clipAtEndOfPath() {
    clips = true;
  }

  /// @param opaque whether nothing shows through
  void fill(boolean opaque) {
    if (path != null) paint(path, opaque ? state.ink : Ink.UNKNOWN, opaque && rectangle, false);
    endPath();
  }

  void endPath() {
    if (clips && path != null)
      state = new State(state.clip.within(path), state.ink, state.plainSpace);
    path = null;
    rectangle = false;
    clips = false;
  }

  void image(Area box) {
    paint(box, Ink.UNKNOWN, false, true);
  }

  void shading() {
    paint(state.clip, Ink.UNKNOWN, false, false);
  }

  private void paint(Area area, Ink ink, boolean sure, boolean image) {
    if (painted.size() < MOST) {
      painted.add(new Painted(area.within(state.clip), ink, sure && ink.known(), image));
    }
  }

  /// The colour at a point after so many paintings; unknown over images, drawings and the like.
  Ink background(float x, float y, int before) {
    for (int i = before - 1; i >= 0; i--) {
      Painted below = painted.get(i);
      if (below.area.holds(x, y)) return below.sure ? below.ink : Ink.UNKNOWN;
    }
    return Ink.WHITE;
  }

  /// Whether something opaque was painted over the point later on.
  boolean coveredAfter(float x, float y, int from) {
    for (int i = from; i < painted.size(); i++) {
      if (painted.get(i).sure && painted.get(i).area.holds(x, y)) return true;
    }
    return false;
  }

  boolean hasImageAt(float x, float y) {
    return painted.stream().anyMatch(one -> one.image && one.area.holds(x, y));
  }

  /// The largest image's share of the page.
  float imageShare(Area page) {
    float largest = 0;
    for (Painted one : painted) {
      if (one.image) largest = Math.max(largest, one.area.within(page).size());
    }
    return page.size() == 0 ? 0 : largest / page.size();
  }

  boolean hasImage() {
    return painted.stream().anyMatch(Painted::image);
  }
}
