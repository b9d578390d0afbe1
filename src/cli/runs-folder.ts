/** Where the reports of runs are: a folder beside the database, named after it. */
export const runsFolder = (database: string): string => `${database}.runs`;
