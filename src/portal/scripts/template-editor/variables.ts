/** A value that a message's templates can use; what stands in a list's items is `items[].name`. */
export interface Variable {
  readonly path: string;
  readonly description: string;
  readonly isList: boolean;
}

/** What is in reach at a place: the message's values, and for each "for" that is open there its own. */
export function inReach(variables: readonly Variable[], before: string): Variable[] {
  const own = variables.filter(variable => !variable.path.includes('[]'));
  return [...openLoops(before).flatMap(loop => valuesIn(variables, loop)), ...own];
}

interface Loop { readonly name: string; readonly list: string }

function valuesIn(variables: readonly Variable[], loop: Loop): Variable[] {
  const prefix = `${loop.list}[].`;
  const parts = variables.filter(variable => variable.path.startsWith(prefix)).map(variable => ({ ...variable, path: `${loop.name}.${variable.path.slice(prefix.length)}` }));
  const list = variables.find(variable => variable.path === loop.list);
  return parts.length > 0 || !list ? parts : [{ ...list, path: loop.name, isList: false }];
}

function openLoops(before: string): Loop[] {
  const open: (Loop | undefined)[] = [];
  for (const [, keyword, name, list] of before.matchAll(/\{\{[-~]?\s*(if|for|end)\b(?:\s+(\w+)\s+in\s+([\w.]+))?/g)) {
    if (keyword === 'end') open.pop();
    else open.push(keyword === 'for' && name && list ? { name, list } : undefined);
  }
  return open.filter(loop => loop !== undefined);
}
