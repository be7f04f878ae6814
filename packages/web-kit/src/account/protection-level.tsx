import { Notice } from '@parvis/ui/display/notice';
import type { ReactNode } from 'react';
import { factorsOf, type SectionProps } from './section-props.js';
import { useAccountWords } from './words.js';

const FEW_CODES = 3;

/** One look: how safe it is, and what would make it safer. */
export function ProtectionLevel({ protection }: Pick<SectionProps, 'protection'>): ReactNode {
  const say = useAccountWords();
  const { recoveryCodesLeft: left } = protection;
  if (factorsOf(protection) === 0)
    return (
      <Notice tone="warning" title={say('level_1')}>
        {say('levelText_1')}
      </Notice>
    );
  if (left === 0)
    return (
      <Notice tone="warning" title={say('level_2')}>
        {say('noCodes')}
      </Notice>
    );
  return (
    <Notice tone={left < FEW_CODES ? 'warning' : 'success'} title={say('level_2')}>
      {say('levelText_2')} {left < FEW_CODES && say('fewCodes', { count: left })}
    </Notice>
  );
}
