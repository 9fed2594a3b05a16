import { type StandInB3os, startStandInB3os } from './b3os.ts';
import { type StandInOlie, startStandInOlie } from './olie.ts';
import { type StandInZaia, startStandInZaia } from './zaia.ts';

/** All three services, in this process. */
export interface StandIns {
  olie: StandInOlie;
  b3os: StandInB3os;
  zaia: StandInZaia;
  close(): Promise<void>;
}

/** Starts the three services, each with its documented example moved to now. */
export async function startStandIns(): Promise<StandIns> {
  const [olie, b3os, zaia] = await Promise.all([
    startStandInOlie(),
    startStandInB3os(),
    startStandInZaia(),
  ]);
  return {
    olie,
    b3os,
    zaia,
    close: async () => {
      await Promise.all([olie.close(), b3os.close(), zaia.close()]);
    },
  };
}
