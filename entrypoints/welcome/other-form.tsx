import { useEffect, useRef } from 'preact/hooks';
import { useUi } from '../../components/ui';
import type { OtherService } from '../../components/welcome/where-to-find';
import type { SectionProps } from '../options/section';
import { sections } from '../options/sections';

/** The form of another service: what was pasted may be for that one. */
export interface Other extends OtherService {
  /** '' if the form is to be empty. */
  text: string;
  /** Another number for each time. */
  count: number;
}

/** The section of the options page, here: so no secret has to travel from page to page. */
export function OtherForm({ other, page }: { other: Other | null; page: SectionProps }) {
  const { t } = useUi();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (other !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [other]);
  const View = sections.find(({ kind }) => kind === other?.kind)?.View;
  return (
    <div class="other" ref={place}>
      {/* There before it is filled, so that it is announced. */}
      <p class="hint" role="status">
        {other !== null && other.text !== '' && t('pastedOfOther', other.serviceName)}
      </p>
      {other !== null && View && <View key={other.count} {...page} pasted={other} />}
    </div>
  );
}
