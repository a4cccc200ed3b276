// What the page uses of Leaflet 1.9 beyond its documented interface, and why: see assets/dots.js and map_on_paper.js.
import "leaflet";

declare module "leaflet" {
  interface Canvas {
    /** The drawing surface; there once the layer is on a map. */
    _ctx: CanvasRenderingContext2D;
    /** What the surface covers, in pixels of the layer. */
    _bounds: Bounds;
    /** Called when the surface has to be drawn. */
    _draw(): void;
    /** Clears the surface, then draws. */
    _redraw(): void;
  }

  interface Handler {
    /** Of `map.dragging`: whether the map was moved since the button was pressed. */
    moved(): boolean;
  }
}
