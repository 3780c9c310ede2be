import { describe, expect, it } from 'vitest';
import { agreementBlocks } from './agreement-blocks.ts';

describe('the works agreement as it is read on the page', () => {
  it('has each stretch in its kind, and loses nothing', () => {
    const text =
      '# Agreement\n\nWritten today.\n\n## 1. Data\n\n| What | Days |\n| --- | --- |\n| acts | 730 |\n| leavers |  |\n\n- one\n- two\n\n- [ ] `open`: 3\n';
    expect(agreementBlocks(text)).toEqual([
      { kind: 'title', text: 'Agreement' },
      { kind: 'words', text: 'Written today.' },
      { kind: 'heading', text: '1. Data' },
      {
        kind: 'table',
        heads: ['What', 'Days'],
        rows: [
          ['acts', '730'],
          ['leavers', ''],
        ],
      },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'list', items: ['open: 3'] },
    ]);
  });
});
