/** What the modules of a folder may import: folders of ours, and packages. */
interface Arrows {
  folder: string;
  folders: string[];
  packages: string[];
  /** Folders from which types alone may come. */
  types?: string[];
}

/** The first folder that fits counts. */
export const ARROWS: Arrows[] = [
  // zod as this project uses it. Everybody else imports it from there.
  { folder: 'lib/core/zod.ts', folders: [], packages: ['zod/mini'] },
  // The sheet: no other part needs to write CSV.
  { folder: 'lib/core/history/csv.ts', folders: ['lib/core/'], packages: ['papaparse'] },
  { folder: 'lib/core/', folders: ['lib/core/'], packages: ['dequal/lite'], types: ['locales/'] },
  { folder: 'lib/api/', folders: ['lib/api/', 'lib/core/'], packages: [] },
  {
    folder: 'lib/browser/',
    folders: ['lib/browser/', 'lib/core/'],
    packages: ['wxt/browser', 'dequal/lite', 'idb'],
  },
  {
    folder: 'components/options/document.tsx',
    folders: [],
    packages: ['marked', 'preact'],
  },
  {
    folder: 'components/',
    folders: ['components/', 'lib/core/'],
    packages: ['preact', 'preact/hooks'],
  },
  {
    folder: 'entrypoints/background/',
    folders: ['entrypoints/background/', 'lib/core/', 'lib/api/', 'lib/browser/'],
    packages: ['wxt/utils/define-background', 'dequal/lite'],
  },
  // Pages read what is stored and send commands: they never ask a service by themselves.
  {
    folder: 'entrypoints/popup/',
    folders: ['entrypoints/popup/', 'components/', 'lib/core/', 'lib/browser/'],
    packages: ['preact', 'preact/hooks'],
  },
  {
    // The popup's view.
    folder: 'entrypoints/sidepanel/',
    folders: [
      'entrypoints/sidepanel/',
      'entrypoints/popup/',
      'components/',
      'lib/core/',
      'lib/browser/',
    ],
    packages: ['preact', 'preact/hooks'],
  },
  {
    folder: 'entrypoints/options/',
    folders: [
      'entrypoints/options/',
      'components/',
      'lib/core/',
      'lib/browser/',
      // The documents that About shows.
      'CHANGELOG.md',
      'PRIVACY.md',
      'PRIVACY.pt-BR.md',
      'PRIVACY.es.md',
    ],
    packages: ['preact', 'preact/hooks'],
  },
  {
    folder: 'entrypoints/history/',
    folders: ['entrypoints/history/', 'components/', 'lib/core/', 'lib/browser/'],
    packages: ['preact', 'preact/hooks'],
  },
  {
    // Its first step is the form of the options page.
    folder: 'entrypoints/welcome/',
    folders: [
      'entrypoints/welcome/',
      'entrypoints/options/',
      'components/',
      'lib/core/',
      'lib/browser/',
    ],
    packages: ['preact', 'preact/hooks'],
  },
  // In no build. It shows the parts of the other pages, in any language.
  {
    folder: 'entrypoints/gallery/',
    folders: [
      'entrypoints/gallery/',
      'entrypoints/options/',
      'components/',
      'lib/core/',
      'locales/',
    ],
    packages: ['preact', 'preact/hooks'],
  },
];
