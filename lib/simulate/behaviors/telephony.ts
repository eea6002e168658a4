import type { Kernel } from '../kernel';

const E164 = /^\+[1-9]\d{1,14}$/;

export const isPhoneNumber = (number: string): boolean => E164.test(number);

/** Whether the instance may call a number. */
export const isDialable = ({ world }: Kernel, number: string): boolean =>
  world.world.telephony?.dialable?.some((prefix) => number.startsWith(prefix)) ?? true;

export const isBusy = ({ world }: Kernel, number: string): boolean =>
  world.world.telephony?.busy?.includes(number) ?? false;
