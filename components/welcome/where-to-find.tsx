import type { TextKey } from '../../lib/core/texts';
import { useUi } from '../ui';

/** In which steps each service gives out what is asked for. */
const STEPS: { title: string; steps: TextKey[] }[] = [
  { title: 'Olie', steps: ['findOlie1', 'findOlie2', 'findOlie3'] },
  { title: 'B3OS', steps: ['findB3os1', 'findB3os2'] },
  { title: 'Zaia', steps: ['findZaia1', 'findZaia2'] },
];

export function WhereToFind() {
  const { t } = useUi();
  return (
    <details>
      <summary>{t('whereToFind')}</summary>
      {STEPS.map(({ title, steps }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  );
}
