import type { Solved, SolveProgram } from '../validators/localise/solve-beyond.ts';

/** A table of a report has some 200 cells and is solved at the root or near it; a search beyond this is given up. */
const MOST_NODES = 50;

/**
 * Tolerances as tight as HiGHS takes them: at its defaults a change of 1 can hide in a rounding. Bounded by nodes
 * and not by time, so that every machine gives the same answer.
 */
const OPTIONS = {
  mip_rel_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  mip_max_nodes: MOST_NODES,
  random_seed: 1,
  threads: 1,
  output_flag: false,
} as const;

let loading: Promise<SolveProgram> | undefined;

/** The mixed-integer solver HiGHS, loaded with the first report that needs it and then kept. */
export function loadSolver(): Promise<SolveProgram> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SolveProgram> {
  const module = await import('highs');
  // Its types are those of its CommonJS build; as an ES module its default is the loader itself.
  const loadHighs = module.default as unknown as typeof module.default.default;
  const highs = await loadHighs();
  return (program) => {
    const { Status, Columns } = highs.solve(program, OPTIONS);
    if (Status === 'Infeasible') return { status: 'infeasible' };
    // Anything else, an empty program too, is no answer.
    if (Status !== 'Optimal') return { status: 'unsolved' };
    const chosen = Object.entries(Columns).filter(([, column]) => 'Primal' in column && column.Primal > 0.5);
    return { status: 'optimal', chosen: new Set(chosen.map(([name]) => name)) } satisfies Solved;
  };
}
