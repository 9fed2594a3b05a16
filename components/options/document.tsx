import { lexer, type Token, type Tokens } from 'marked';
import { type ComponentChildren, Fragment, h } from 'preact';

/** A document of this project (Markdown). No markup of a text becomes an element: only what is listed here does. */
export function Document({ text }: { text: string }) {
  return <div class="document">{all(lexer(text))}</div>;
}

function all(tokens: Token[] = []): ComponentChildren {
  return tokens.map((token, index) => <Fragment key={index}>{one(token)}</Fragment>);
}

/** Headings begin at h4: the page's own are above. */
const LEAST_DEPTH = 4;

function one(token: Token): ComponentChildren {
  const inner = 'tokens' in token ? all(token.tokens) : 'text' in token ? token.text : '';
  switch (token.type) {
    case 'heading':
      return h(`h${Math.min(6, token.depth + LEAST_DEPTH - 1)}`, {}, inner);
    case 'paragraph':
      return <p>{inner}</p>;
    case 'list':
      return <ul>{token.items.map((item: Tokens.ListItem) => one(item))}</ul>;
    case 'list_item':
      return <li>{inner}</li>;
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      // A link to another file of the project leads nowhere here.
      return /^https:/.test(token.href) ? <a href={token.href}>{inner}</a> : inner;
    case 'table':
      return table(token as Tokens.Table);
    case 'space':
    case 'html':
      return null;
    default:
      return inner;
  }
}

function table({ header, rows }: Tokens.Table): ComponentChildren {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index}>{all(cell.tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{all(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
