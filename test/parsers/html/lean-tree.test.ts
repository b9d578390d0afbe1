import { load } from 'cheerio';
import type { ChildNode, Document, Element } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { leanTree } from '../../../parsers/html/lean-tree.ts';

const PAGES: readonly (readonly [what: string, markup: string])[] = [
  ['plain', '<!doctype html><title>年报</title><p class="a" style="color:red">共<b>1</b>件</p>'],
  ['many children', `<table>${'<tr><td style="x">1</td><td style="x">2</td></tr>'.repeat(20)}</table>`],
  ['text moved out of a table', '<table>走失<tr><td>1</td></tr>12<tr>文字<b>3</b></tr></table>'],
  ['a second html and body', '<html a="1"><body b="1"><p>一<html a="2" c="3"><body b="2" d="4">二'],
  ['attributes with a namespace', '<svg viewbox="0 0 1 1"><use xlink:href="#a" xml:lang="zh"/></svg>'],
  [
    'mathematics',
    '<math definitionurl="a"><annotation-xml encoding="text/html"><p>1</p></annotation-xml></math>',
  ],
  ['a template', '<template><p>1</p></template><p>2'],
  ['elements closed in the wrong order', '<p><b>1<i>2</b>3</i>4<div>5</p>6<a href="x">7<a href="y">8'],
  ['names that objects have', '<p __proto__="1" constructor="2" tostring="3">4'],
];

describe('leanTree', () => {
  it.each(PAGES)('builds what cheerio builds: %s', (_, markup) => {
    expect(shape(rootOf(markup, true))).toEqual(shape(rootOf(markup, false)));
  });

  it('leads from each child to its neighbours and its parent', () => {
    const [html] = rootOf('<p>1<br>2<b>3</b>', true).children as Element[];
    const body = html?.children[1] as Element;
    const p = body.children[0] as Element;
    expect(p.children.map(({ parent }) => parent === p)).toEqual([true, true, true, true]);
    expect(p.children.map(({ prev }) => p.children.indexOf(prev as ChildNode))).toEqual([-1, 0, 1, 2]);
    expect(p.children.map(({ next }) => p.children.indexOf(next as ChildNode))).toEqual([1, 2, 3, -1]);
  });

  it('knows no attribute that the page does not print', () => {
    const [html] = rootOf('<p>1', true).children as Element[];
    expect(html?.attribs['constructor']).toBeUndefined();
    expect('hasOwnProperty' in (html?.attribs ?? {})).toBe(false);
  });
});

function rootOf(markup: string, lean: boolean): Document {
  const $ = lean ? load(markup, { treeAdapter: leanTree() }) : load(markup);
  return $.root()[0] as unknown as Document;
}

type Shape = string | readonly unknown[];

function shape(node: ChildNode | Document): Shape {
  if ('data' in node) return `${node.type} ${node.data}`;
  const own = 'attribs' in node ? [node.name, node.namespace, node.attributes] : [];
  return [...own, node.children.map(shape)];
}
