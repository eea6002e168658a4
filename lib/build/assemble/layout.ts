import type { PlacedScript, Spot } from './spot';

/** A cell of the designer's canvas. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Lays scripts out as nested boxes: a script runs to the right, the branches of a step stand below each other and to its
 * right, and what follows the step begins right of its widest branch. Boxes are disjoint, so no two blocks overlap.
 */
export class Layout {
  readonly cells = new Map<Spot, Cell>();

  script(script: PlacedScript, column: number, row: number): Box {
    const last = script.spots.length - 1;
    let width = 0;
    let height = 0;
    for (const [index, spot] of script.spots.entries()) {
      const box = this.#spot(spot, { column: column + width, row }, index === last);
      width += box.width;
      height = Math.max(height, box.height);
    }
    return { width, height };
  }

  /** The branches of the last step may begin on its own row, as nothing else comes there. */
  #spot(spot: Spot, cell: Cell, isLast: boolean): Box {
    this.cells.set(spot, cell);
    let height = isLast ? 0 : 1;
    let width = 0;
    for (const branch of spot.branches) {
      const box = this.script(branch, cell.column + 1, cell.row + height);
      height += box.height;
      width = Math.max(width, box.width);
    }
    return { width: width + 1, height: Math.max(height, 1) };
  }
}
