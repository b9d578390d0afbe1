/** What is looked for around one report's page, in a night and for a single address alike. Frames in frames end somewhere. */
export const MOST_HOPS = 3;
export const MOST_ATTACHMENTS = 30;
