import { useEffect, useState } from 'preact/hooks';
import { readWebAddress } from '../../lib/core/olie/web-address';
import { Field } from '../options/field';
import { useManaged } from '../options/managed';
import { useUi } from '../ui';

interface WebAddressFieldProps {
  /** An origin. Left out: there is none. */
  address: string | undefined;
  onChange(address: string | undefined): void;
}

/** Where the user's company has Olie on the web. Saved when it is typed to its end: a part of it is an address too. */
export function WebAddressField({ address, onChange }: WebAddressFieldProps) {
  const { t } = useUi();
  const { preferences: set } = useManaged();
  const [text, setText] = useState(address ?? '');
  const [isTyping, setTyping] = useState(false);
  // What was understood of it, or what another tab or machine chose.
  useEffect(() => setText(address ?? ''), [address]);
  const read = readWebAddress(text);
  const isEmpty = text.trim() === '';
  const take = (written: string) => {
    const taken = readWebAddress(written);
    setTyping(false);
    if (taken.ok) {
      setText(taken.value);
      onChange(taken.value);
    } else if (written.trim() === '') onChange(undefined);
  };
  return (
    <Field
      id="olie-web-address"
      label={t('olieWebAddress')}
      value={text}
      hint={t('olieWebAddressHint')}
      error={isTyping || read.ok || isEmpty ? undefined : t(read.error)}
      isManaged={set.olieWebAddress !== undefined}
      placeholder="https://"
      onInput={(written) => {
        setText(written);
        setTyping(true);
      }}
      onEnd={take}
    />
  );
}
