import { useEffect, useState } from 'preact/hooks';
import { SidePanelOff } from '../../components/popup/side-panel-off';
import { UiProvider } from '../../components/ui';
import { openOptions } from '../../lib/browser/lifecycle';
import { watchLook } from '../../lib/browser/look-storage';
import { createUi } from '../../lib/browser/ui';
import type { Look } from '../../lib/core/settings/look';
import type { Stored } from '../../lib/core/state/state';
import { App } from '../popup/app';
import { keepScroll } from './keep-scroll';

interface PanelProps {
  /** What is stored as the panel opens. */
  initial: Stored;
  /** What is preferred as it opens. */
  look: Look;
}

/** The popup's view at the side of the window. Firefox opens it also where the user has switched it off. */
export function Panel({ initial, look }: PanelProps) {
  const [isOn, setOn] = useState(look.sidePanel ?? true);
  useEffect(() => watchLook(look, ({ sidePanel }) => setOn(sidePanel ?? true)), []);
  useEffect(() => {
    const stop = new AbortController();
    keepScroll(stop.signal);
    return () => stop.abort();
  }, [isOn]);
  if (isOn) return <App {...{ initial, look }} isInPanel />;
  return (
    <UiProvider value={createUi()}>
      <SidePanelOff onOptions={openOptions} />
    </UiProvider>
  );
}
