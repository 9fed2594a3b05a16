import { type StandInB3os, startStandInB3os } from './b3os.ts';
import { type StandInOlie, startStandInOlie } from './olie.ts';
import { type StandInZaia, startStandInZaia } from './zaia.ts';

export const SERVICES = ['olie', 'b3os', 'zaia'] as const;
export type Service = (typeof SERVICES)[number];
/** What people read. */
export const NAMES: Record<Service, string> = { olie: 'Olie', b3os: 'B3OS', zaia: 'Zaia' };

/** All three services, in this process. */
export interface StandIns {
  olie: StandInOlie;
  b3os: StandInB3os;
  zaia: StandInZaia;
  close(): Promise<void>;
}

interface StandInsOptions {
  /** The time of all servers, in epoch milliseconds. Default: Date.now. */
  now?: () => number;
  /** How many runs Zaia starts with. Default: enough for several pages. */
  runs?: number;
  /** What Olie and Zaia accept. B3OS's tokens belong to its workflows. */
  secrets?: { olie?: string; zaia?: string };
}

/** Starts the three services, each with its documented example moved to now. */
export async function startStandIns({
  now = Date.now,
  runs,
  secrets = {},
}: StandInsOptions = {}): Promise<StandIns> {
  const [olie, b3os, zaia] = await Promise.all([
    startStandInOlie({ now, ...(secrets.olie !== undefined && { token: secrets.olie }) }),
    startStandInB3os({ now }),
    startStandInZaia({
      now,
      ...(runs !== undefined && { runs }),
      ...(secrets.zaia !== undefined && { apiKey: secrets.zaia }),
    }),
  ]);
  const close = async () => {
    await Promise.all([olie, b3os, zaia].map((standIn) => standIn.close()));
  };
  return { olie, b3os, zaia, close };
}
