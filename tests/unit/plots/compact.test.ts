// What may be left out of a picture, and what must not.
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { compact, shorter } from "../../../src/plots/compact.ts";

/** Where a path of straight lines goes, of which the first command alone is absolute. */
function pointsOf(path: string) {
  let [x, y] = [0, 0];
  return (path.match(/[a-z][^a-z]*/gi) ?? []).flatMap((command) => {
    const numbers = (command.slice(1).match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const points: [number, number][] = [];
    while (numbers.length > 0) {
      const dx = /v/i.test(command) ? 0 : (numbers.shift() as number);
      const dy = /h/i.test(command) ? 0 : (numbers.shift() as number);
      [x, y] = [x + dx, y + dy];
      points.push([x, y]);
    }
    return points;
  });
}

/** How far a point is from the nearest of some lines. */
function distance([px, py]: [number, number], line: [number, number][]) {
  return Math.min(
    ...line.slice(1).map(([x, y], k) => {
      const [fromX, fromY] = line[k] as [number, number];
      const [dx, dy] = [x - fromX, y - fromY];
      const length = dx * dx + dy * dy;
      const share = length ? Math.min(1, Math.max(0, ((px - fromX) * dx + (py - fromY) * dy) / length)) : 0;
      return Math.hypot(px - fromX - share * dx, py - fromY - share * dy);
    }),
  );
}

describe("a shorter path", () => {
  it("is two points where all lie on a line", () => {
    const line = Array.from({ length: 50 }, (_, k) => `${10 + k},${20 + 2 * k}`).join("L");
    expect(shorter(`M${line}`)).toBe("M10 20l49 98");
  });

  it("stays within a fifth of a pixel of every point that it had", () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 400, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
    );
    const written = (value: number) => value.toFixed(3);
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (points) => {
        const path = `M${points.map(([x, y]) => `${written(x)},${written(y)}`).join("L")}`;
        const line = pointsOf(shorter(path));
        // A tenth is left out, and a coordinate is rounded by at most a twentieth.
        for (const each of points) expect(distance(each, line)).toBeLessThan(0.1 + 0.05 * Math.SQRT2 + 0.002);
      }),
      { seed: 1 },
    );
  });

  it("keeps dots, curves and what is closed", () => {
    expect(shorter("M10.26,5h0M12,8h0")).toBe("M10.3 5h0m1.7 3h0");
    expect(shorter("M0,0C1,1,2,1,3.04,0")).toBe("M0 0c1 1 2 1 3 0");
    expect(shorter("M0,0L10,0L10,10Z")).toMatch(/z$/i);
  });
});

describe("a compact picture", () => {
  it("has numbers of two decimals, and its words as they were", () => {
    const { document } = parseHTML(
      '<svg><g transform="translate(52,161.91666666666666)"><text x="1.005" aria-label="0.00883">0.00883</text></g></svg>',
    );
    const svg = document.querySelector("svg") as unknown as Element;
    compact(svg);
    expect(svg.innerHTML).toBe(
      '<g transform="translate(52,161.92)"><text x="1" aria-label="0.00883">0.00883</text></g>',
    );
  });
});
