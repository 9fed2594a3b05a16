import { render } from 'preact';
import { GlanceView } from '../../components/olie/glance-view';
import { UiProvider } from '../../components/ui';
import { readFirst, readStored } from '../../lib/browser/stored-state';
import { browserOffset, textLanguage } from '../../lib/browser/texts';
import { createUi } from '../../lib/browser/ui';
import { readGlance } from '../../lib/core/state/read-glance';

/**
 * Draws the running timer first. Loading and parsing the rest would delay its digits.
 */
async function show(root: HTMLElement): Promise<void> {
  const { glance, schedules, popupHeight } = await reading;
  const sight = readGlance(glance, schedules, Date.now(), browserOffset);
  if (sight !== null) {
    render(
      <UiProvider
        value={createUi({
          offsetMs: sight.offsetMs,
          originMs: sight.timer.current?.startedAtMs ?? 0,
        })}
      >
        <GlanceView
          glance={sight}
          heightPx={typeof popupHeight === 'number' ? popupHeight : null}
        />
      </UiProvider>,
      root,
    );
    await nextFrame();
  }
  const [{ start }, stored] = await Promise.all([import('./app'), readStored()]);
  start(root, stored, popupHeight);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const reading = readFirst();
const root = document.getElementById('app');
if (root === null) throw new Error('popup.html has no #app');
document.documentElement.lang = textLanguage();
// Not awaited: `app` imports this chunk, so a top-level await would never end.
show(root);
