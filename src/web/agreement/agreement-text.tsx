import { visible } from '#core/report/visible.ts';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import { type AgreementBlock, agreementBlocks } from './agreement-blocks.ts';
import css from './agreement.module.css';

/** The agreement as a page to read; the file to download is the same text. */
export function AgreementText({ text, language }: { readonly text: string; readonly language: 'en' | 'de' }) {
  return (
    <article className={css['agreement']} lang={language}>
      {agreementBlocks(text).map((block, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text is drawn whole, never reordered
        <Block key={place} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: AgreementBlock }) {
  if (block.kind === 'table') return <Table heads={block.heads} rows={block.rows} />;
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{visible(item)}</li>
        ))}
      </ul>
    );
  if (block.kind === 'title') return <h2 className={css['title']}>{visible(block.text)}</h2>;
  if (block.kind === 'heading') return <h3>{visible(block.text)}</h3>;
  return <p>{visible(block.text)}</p>;
}

function Table({ heads, rows }: Pick<Extract<AgreementBlock, { readonly kind: 'table' }>, 'heads' | 'rows'>) {
  return (
    <ScrollBox className={css['scroll']} label={visible(heads.join(', '))}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {visible(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...cells]) => (
            <tr key={first}>
              <th scope="row">{visible(first)}</th>
              {cells.map((cell, column) => (
                <td key={heads[column + 1] ?? column}>{visible(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
