/** Parsers change; a record says which one made it, so that a better one can redo it. */
export const PARSER_VERSION = 3;
