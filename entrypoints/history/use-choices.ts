import { useRef } from 'preact/hooks';
import type { Shown } from '../../components/history/shown';
import type { ToolbarProps } from '../../components/history/toolbar';
import { projectName } from '../../components/olie/project-name';
import { useUi } from '../../components/ui';

/** The projects to choose from: those of the period, and the one that is chosen, which may have no time in it. */
export function useChoices(shown: Shown | null): ToolbarProps['choices'] {
  const { t } = useUi();
  const names = useRef(new Map<string, string>()).current;
  const choices = (shown?.projects ?? []).flatMap(({ project }) => {
    if (project === null) return [];
    const { key, code, name } = project;
    names.set(key, projectName({ projectCode: code, projectName: name }, t));
    return [{ key, name: names.get(key) ?? '' }];
  });
  const chosen = shown?.view.project ?? null;
  if (chosen === null || choices.some(({ key }) => key === chosen)) return choices;
  return [...choices, { key: chosen, name: names.get(chosen) ?? t('thisProject') }];
}
