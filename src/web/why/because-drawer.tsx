import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Icon } from '#web/look/icons.tsx';
import { useAddress } from '#web/shell/address.ts';
import css from './because.module.css';

/** Stands beside the page while the address names an opened number; on a phone it comes from below. */
export function BecauseDrawer({ children }: { readonly children: ReactNode }) {
  const [{ why }, change] = useAddress();
  const phone = useMediaQuery('(max-width: 640px)');
  const close = (): void => change({ why: undefined }, { replace: true });
  return (
    <Drawer.Root
      opened={why !== undefined}
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '86%' : 460}
      classNames={{ content: css['content']!, body: css['body']! }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Because">
        <div className={css['header']}>
          <span>Because</span>
          <button type="button" onClick={close} aria-label="Close the explanation" className={css['close']}>
            <Icon name="close" size={15} />
          </button>
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
