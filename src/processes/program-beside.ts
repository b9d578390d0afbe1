/** The program `name` beside the module at `here`: compiled where that one is, else its source. */
export const programBeside = (here: string, name: string): URL =>
  new URL(`./${name}.${here.endsWith('.ts') ? 'ts' : 'js'}`, here);
