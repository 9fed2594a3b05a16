import { WebAddressField } from '../../../components/olie/web-address-field';
import type { OwnPreferences } from '../section';

/** Where the user's company has Olie on the web. */
export const OlieWebAddress: OwnPreferences = ({ preferences, onChange }) => (
  <WebAddressField
    address={preferences.olieWebAddress}
    onChange={(olieWebAddress) => onChange({ ...preferences, olieWebAddress })}
  />
);
