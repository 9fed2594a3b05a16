import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Managed, parseManaged } from '../../lib/core/settings/managed';
import { useUi } from '../ui';

const ManagedContext = createContext(parseManaged({}));

/** What is inside can ask what the organization has set. Outside of it, that is nothing. */
export const ManagedProvider = ManagedContext.Provider;

export function useManaged(): Managed {
  return useContext(ManagedContext);
}

interface SetByOrganizationProps {
  /** Of the field that says so: its id, with `-managed`. */
  id: string;
}

/** Says why a field cannot be changed. The field names it in `aria-describedby`. */
export function SetByOrganization({ id }: SetByOrganizationProps) {
  const { t } = useUi();
  return (
    <p id={`${id}-managed`} class="hint managed">
      {t('setByOrganization')}
    </p>
  );
}
