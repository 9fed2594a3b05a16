import type { FeedKind } from '../../lib/core/feeds/feed-kind';
import { serviceOf } from '../../lib/core/services';
import type { TextKey } from '../../lib/core/texts';
import { useManaged } from '../options/managed';
import { useUi } from '../ui';

/** A service whose form is not that of this page. */
export type OtherService = Pick<FeedKind, 'kind' | 'serviceName'>;

interface Finding {
  service: OtherService;
  steps: TextKey[];
}

/** In which steps each service gives out what is asked for. */
const OLIE: Finding = {
  service: serviceOf('olie'),
  steps: ['findOlie1', 'findOlie2', 'findOlie3'],
};
const OTHERS: Finding[] = [
  { service: serviceOf('b3os'), steps: ['findB3os1', 'findB3os2', 'findB3os3'] },
  { service: serviceOf('zaia'), steps: ['findZaia1', 'findZaia2', 'findZaia3'] },
];

export function WhereToFind({ onOther }: { onOther(service: OtherService): void }) {
  const { t } = useUi();
  const { hidden } = useManaged();
  const others = OTHERS.filter(({ service }) => !hidden.includes(service.kind));
  return (
    <details>
      <summary>{t('whereToFind')}</summary>
      <Steps {...OLIE} />
      {others.map(({ service, steps }) => (
        <div key={service.kind}>
          <Steps service={service} steps={steps} />
          <button type="button" onClick={() => onOther(service)}>
            {t('openForm', service.serviceName)}
          </button>
        </div>
      ))}
    </details>
  );
}

function Steps({ service, steps }: Finding) {
  const { t } = useUi();
  return (
    <>
      <h3>{service.serviceName}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </>
  );
}
