import type { Bitmap } from './raster.ts';

/** Ink that a run must have along its length: print between two gaps has less. */
const DENSITY = 0.8;

/** A bitmap seen along one direction, so that both directions are searched by the same steps. */
export interface View {
  readonly length: number;
  readonly lines: number;
  readonly inkAt: (line: number, along: number) => boolean;
}

export const acrossRows = ({ width, height, data }: Bitmap): View => ({
  length: width,
  lines: height,
  inkAt: (line, along) => data[line * width + along] === 1,
});

export const acrossColumns = ({ width, height, data }: Bitmap): View => ({
  length: height,
  lines: width,
  inkAt: (line, along) => data[along * width + line] === 1,
});

/** Ink along one line of pixels. */
export interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A rule that drifts by a pixel goes on in the next line: a run looks one line to either side. */
export function runsOf(view: View, line: number, shortest: number, hole: number): readonly Run[] {
  const runs: Run[] = [];
  let from = -1;
  let last = -1;
  let ink = 0;
  const end = (): void => {
    const length = last + 1 - from;
    if (from >= 0 && length >= shortest && ink >= length * DENSITY) runs.push({ line, from, to: last + 1 });
    from = -1;
    ink = 0;
  };
  for (let along = 0; along < view.length; along++) {
    const own = view.inkAt(line, along);
    const near =
      own ||
      (line > 0 && view.inkAt(line - 1, along)) ||
      (line + 1 < view.lines && view.inkAt(line + 1, along));
    if (!near) {
      if (from >= 0 && along - last > hole) end();
      continue;
    }
    if (from < 0) from = along;
    last = along;
    ink++;
  }
  end();
  return runs;
}

/** Runs of neighbouring lines that overlap are one rule. */
export function groupRuns(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let open: Run[][] = [];
  let line = -2;
  let current: Run[][] = [];
  for (const run of runs) {
    if (run.line !== line) {
      open = run.line === line + 1 ? current : [];
      current = [];
      line = run.line;
    }
    const touching = open.filter((group) => {
      const previous = group.at(-1);
      return previous !== undefined && previous.from < run.to && run.from < previous.to;
    });
    const target = touching[0] ?? [];
    if (touching.length === 0) groups.push(target);
    target.push(run);
    if (!current.includes(target)) current.push(target);
  }
  return groups;
}

/** Runs shorter than this share of a group's longest one may hold apart rules together. */
const SHORT_SHARE = 0.5;

/** The groups that a group falls apart into when its long and its short runs are taken apart; none when it has no short ones. */
export function splitGroup(group: readonly Run[]): readonly (readonly Run[])[] {
  const longest = Math.max(...group.map((run) => run.to - run.from));
  const isLong = (run: Run): boolean => run.to - run.from >= longest * SHORT_SHARE;
  const short = group.filter((run) => !isLong(run));
  return short.length === 0 ? [] : [...groupRuns(group.filter(isLong)), ...groupRuns(short)];
}
