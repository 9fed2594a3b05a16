import { useState } from 'preact/hooks';
import { readWebAddress } from '../../lib/core/olie/web-address';
import { Field } from '../options/field';
import { useUi } from '../ui';

interface WebAddressFieldProps {
  /** An origin. Left out: there is none. */
  address: string | undefined;
  onChange(address: string | undefined): void;
}

/** Where the user's company has Olie on the web. Saved as soon as it can be read. */
export function WebAddressField({ address, onChange }: WebAddressFieldProps) {
  const { t } = useUi();
  const [text, setText] = useState(address ?? '');
  const read = readWebAddress(text);
  const isEmpty = text.trim() === '';
  const known = read.ok ? read.value : undefined;
  // Another tab or machine may have changed it.
  const isOther = (read.ok || isEmpty) && known !== address;
  const take = (written: string) => {
    setText(written);
    const next = readWebAddress(written);
    if (next.ok || written.trim() === '') onChange(next.ok ? next.value : undefined);
  };
  return (
    <Field
      id="olie-web-address"
      label={t('olieWebAddress')}
      value={isOther ? (address ?? '') : text}
      hint={t('olieWebAddressHint')}
      error={read.ok || isEmpty ? undefined : t(read.error)}
      placeholder="https://"
      onInput={take}
      onPasted={() => false}
    />
  );
}
