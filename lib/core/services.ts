import { b3os } from './b3os/b3os';
import type { FeedKind } from './feeds/feed-kind';
import { olie } from './olie/olie';
import { zaia } from './zaia/zaia';

/** The services, in the order in which pages show them. */
export const services = [olie, b3os, zaia] as const;

type Service = (typeof services)[number];
/** The name of a service, as its connections and feeds carry it. */
export type Kind = Service['kind'];

/** The service of that name; undefined if this version has none. */
export function serviceOf(kind: Kind): FeedKind;
export function serviceOf(kind: string): FeedKind | undefined;
export function serviceOf(kind: string): FeedKind | undefined {
  return services.find((service) => service.kind === kind);
}
