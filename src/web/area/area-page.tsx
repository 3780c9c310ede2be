import { useParams } from '@tanstack/react-router';

export function AreaPage() {
  const { area } = useParams({ strict: false });
  return <p>{area}</p>;
}
