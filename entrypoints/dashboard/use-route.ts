import { useEffect, useState } from 'preact/hooks';
import { type Route, readRoute, routeHash } from '../../components/dashboard/routes';

/** The view that the address names; it follows back and forward. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

export function goTo(route: Route): void {
  location.hash = routeHash(route);
}
