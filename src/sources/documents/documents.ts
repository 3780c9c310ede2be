import type { Connector } from '#sources/connecting/connector.ts';

/** Both are read with the repository; neither is handed over as a file. */
export const DOCUMENTS: Connector = {
  kind: 'documents',
  name: 'Documents in repositories',
  gives: ['documents'],
  reads:
    'Runbooks and other documents in Markdown, who wrote and edited them, their freshness marks and rehearsals. Read with every scan of a repository; there is nothing to connect.',
};

export const DECISIONS: Connector = {
  kind: 'decisions',
  name: 'Decision records in repositories',
  gives: ['decisions'],
  reads:
    'Decision records (MADR, Nygard): who proposed and who decided, when, with which status, how many options, whether a reason is written. Read with every scan of a repository; there is nothing to connect.',
};
