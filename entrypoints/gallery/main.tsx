import { render } from 'preact';
import { Frame, type Framed } from './frame';
import { CHOICES, look } from './look';
import { optionsStates } from './states-options';
import { otherStates } from './states-others';
import { popupStates } from './states-popup';
import { welcomeStates } from './states-welcome';
import { StoredPopup } from './stored-popup';

const frames: Framed[] = [
  ...[...popupStates, ...otherStates].map(
    ({ name, act, ...state }): Framed => ({
      ...{ name: `popup: ${name}`, page: 'popup', view: <StoredPopup {...state} />, act },
    }),
  ),
  ...optionsStates,
  ...welcomeStates,
];

function Choice({ name }: { name: keyof typeof CHOICES }) {
  return (
    <label>
      {name}{' '}
      <select name={name} value={look[name]}>
        {CHOICES[name].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}

function Gallery() {
  return (
    <>
      <form onChange={(event) => event.currentTarget.submit()}>
        <Choice name="scheme" />
        <Choice name="language" />
        <Choice name="width" />
        <Choice name="lists" />
        <label>
          only <input name="only" value={look.only} placeholder="popup: running" />
        </label>
      </form>
      <main>
        {frames
          .filter(({ name }) => name.startsWith(look.only))
          .map((framed) => (
            <Frame key={framed.name} {...framed} />
          ))}
      </main>
    </>
  );
}

document.documentElement.style.colorScheme = look.scheme;
render(<Gallery />, document.body);
