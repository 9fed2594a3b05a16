import { checkFields, type Field, readSecret } from '../../../lib/core/feeds/field-readers';
import { pastedFields } from '../../../lib/core/feeds/pasted-fields';
import { isForAnother } from '../../../lib/core/settings/asked-addresses';
import { readPastedRequest } from '../../../lib/core/settings/pasted-request';
import { readResponderIds } from '../../../lib/core/zaia/agent-runs';
import {
  DEFAULT_ZAIA_ADDRESS,
  ZAIA_OWN_PATH,
  ZAIA_PATH,
  type ZaiaConnection,
  zaia,
} from '../../../lib/core/zaia/zaia';
import { readFirst, readOwnKey } from '../pasted-for';
import { readServiceAddress } from '../service-address';
import type { FormSpec } from '../use-connection-form';

export type ZaiaField = 'address' | 'token' | 'responderIds' | 'show';

/** @param followed what an imported connection that waits for its key brings along */
export const specFor = (followed: string[] | undefined): FormSpec<ZaiaField, ZaiaConnection> => ({
  service: zaia,
  fill: (known) => ({
    address: known?.address ?? DEFAULT_ZAIA_ADDRESS,
    token: '',
    responderIds: known?.responderIds?.join('\n') ?? '',
    show: String(known?.show ?? 10),
  }),
  check: (form, saved) => {
    const address = readZaiaAddress(form.address);
    const secret = saved && { address: saved.address, secret: saved.token };
    const ids = readResponderIds(form.responderIds);
    const checked = checkFields({
      address,
      token: readSecret(form.token, address, secret, readOwnKey),
      responderIds: ids.ok ? { ok: true, value: '' } : ids,
    });
    if (!checked.ok || !ids.ok) return { ok: false, errors: checked.ok ? {} : checked.errors };
    const { token } = checked.values;
    return {
      ok: true,
      connection: {
        kind: 'zaia',
        address: checked.values.address,
        token,
        responderIds: ids.value,
        show: Number(form.show),
        ...(followed && { followed }),
      },
    };
  },
  readPasted: (pasted, current = DEFAULT_ZAIA_ADDRESS) =>
    readFirst(pasted, zaia, (text) => {
      const { address = null, token = null } = readPastedRequest(text, ZAIA_PATH) ?? {};
      const isOurs = address !== null || !isForAnother(text, current);
      return pastedFields<ZaiaField>({ address, token: isOurs ? token : null });
    }),
});

/** Another product of the same company, with another API. */
const OLDER_ZAIA = 'api.zaia.app';

function readZaiaAddress(text: string): Field {
  const read = readServiceAddress(text, zaia, ZAIA_OWN_PATH);
  return read.ok && new URL(read.value).hostname === OLDER_ZAIA
    ? { ok: false, error: 'addressOlderZaia' }
    : read;
}
