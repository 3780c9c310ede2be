import { Link, type LinkProps } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import { useWorld } from '#web/data/world-context.ts';
import { addressUnder } from './address-under.ts';
import type { Page } from './pages.ts';

/** A page of what is looked at; one area's page is named by the area. */
export type PagePath = Page['to'] | `/areas/${string}`;

type PageLinkProps = Pick<LinkProps, 'search' | 'children' | 'activeProps' | 'activeOptions'> &
  Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'className' | 'aria-label'> & { readonly to: PagePath };

/** A link to another page of the same repository, wherever its pages stand. */
export function PageLink({ to, ...rest }: PageLinkProps) {
  const { base } = useWorld();
  return <Link to={addressUnder(base, to)} {...rest} />;
}

export function areaPath(id: string): PagePath {
  return `/areas/${encodeURIComponent(id)}`;
}
