// What the scripts of the page are given: by Folium, and by the server as JSON. Read by `tsc` alone; never served.

/** A number of a source and where in it, as footnotes take them. */
type Cite = [number: number, locator: string];
/** [longitude, latitude] in decimal degrees. */
type Position = [longitude: number, latitude: number];
/** The possible first and last day, and behind them the days on which it surely was, where there are any: YYYY-MM-DD. */
type Days = string[];

interface Source {
  title: string;
  publisher: string;
  url: string;
  published: string;
  lacking: string;
}

interface Claim {
  value: string;
  stated: boolean;
  note: string;
  cites: Cite[];
}

interface Question {
  heading: string;
  differ: boolean;
  claims: Claim[];
}

interface Doubt {
  title: string;
  id: string;
  likely: string;
  reasons: string[];
}

/** The words about an event, or a visit without one; what is empty is left out. See mapapp/words/cards.py. */
interface Card {
  id: string;
  title: string;
  place: string;
  status: string;
  when: string;
  heading?: string;
  days?: Days;
  hour?: string;
  /** When it begins by the clock of its place, and when it ends where that is known: minutes. */
  clock?: number[];
  kind?: string;
  summary?: string;
  who?: [name: string, role: string][];
  topics?: string[];
  record?: Question[];
  cites?: Cite[];
  quotes?: { words: string; cites: Cite[] }[];
  area?: string;
  doubt?: Doubt[];
  more_doubt?: string;
  letters?: string;
  written?: string;
  on_record?: string[];
  label?: string;
  symbol?: string;
  traveller?: number | null;
  /** Of the side of a comparison. */
  letter?: string;
}

/** What is compared; see mapapp/words/sides.py. */
interface Sides {
  sides?: [letter: string, title: string][];
  hues?: number[];
  /** The first days of travel, "" where none is known. */
  starts?: string[];
}

/**
 * Texts that are in another language than the reader's, with the mark that says so; of all texts of a tour a sentence
 * says it. See mapapp/words/untold.py.
 */
interface Untold {
  language: string;
  mark: string;
  texts: string[];
  sentence?: string;
}

/** See mapapp/words/legs.py. */
interface LegWords {
  title: string;
  facts: [name: string, text: string][];
  cites: Cite[];
}

interface Cards extends Sides {
  tour: { id: string; title: string; summary: string };
  events: Card[];
  visits: Card[];
  legs: LegWords[];
  order: number[];
  sources: Source[];
  untold: Untold[];
}

/** A mark as the server tells of it. See mapapp/maps/itinerary.py. */
interface MarkData {
  title: string;
  label?: string;
  number?: string;
  symbol?: string;
  status?: string;
  traveller?: number;
  events?: number[];
  visits?: number[];
  area?: boolean;
  doubtful?: boolean;
  letter?: string;
  far?: boolean;
  date?: string;
  dates?: string;
  /** Its first day, where others stand beside it. */
  since?: string;
}

/** A mark on the map. `beside` are all marks at its point, itself included; `element` is its disc while it has one. */
interface Mark extends MarkData {
  index: number;
  at: L.LatLng;
  beside: Mark[];
  element?: HTMLElement;
  /** The stops for which it stands, where they are too many to stand beside each other. */
  gathered?: Mark[];
}

interface Leg {
  from: number;
  to: number;
  mode: string;
  ahead?: boolean;
  traveller: number;
}

interface Ghost {
  event: number;
  title: string;
  at: Position;
  unstated?: boolean;
}

interface Section {
  id: string;
  ends: [string, string];
  title: string;
  mode: string;
  status: string;
  facts: [name: string, text: string][];
  note: string;
  cites: Cite[];
  line: Position[];
}

/** A node as the server tells of it, and what the map notes of it: its marker, and from which zoom it is drawn. */
interface CorridorNode {
  id: string;
  title: string;
  where: string;
  kinds: string[];
  named: boolean;
  note: string;
  cites: Cite[];
  at: Position;
  from?: number;
  drawn?: boolean;
  marker?: L.Marker;
}

/** See mapapp/words/corridors.py. */
interface CorridorData {
  id: string;
  title: string;
  credit: string;
  sections: Section[];
  nodes: CorridorNode[];
  sources: Source[];
}

/** A corridor that is on the map: with its place in the list, its lines, and the line of each section. */
interface Corridor extends CorridorData {
  index: number;
  lines: L.GeoJSON;
  ties: L.GeoJSON;
  lineOf: Map<string, L.Polyline>;
}

/** A way through a corridor: ids, the nodes in their order. */
interface Route {
  corridor: string;
  sections: string[];
  nodes: string[];
}

/** A message of the protocol into the map; see protocol.js. */
interface ViewMessage {
  visible?: string | Uint8Array | null;
  alone?: number[] | null;
  stays?: number[] | null;
  selected?: string;
  brief?: boolean;
  theme?: string;
  borders?: string;
  framing?: Framed;
  corridors?: string[];
  route?: Route | null;
  revision?: number;
  edits?: boolean;
  tiles?: { url: string; credit: string };
  since?: string;
  until?: string;
  sure?: boolean;
  undated?: string | Uint8Array | null;
  align?: string;
  story?: SceneData[];
  scene?: number;
}

/** A scene of the story. See mapapp/maps/scenes.py. */
interface SceneData {
  number: number;
  title: string;
  text: string;
  sources: [words: string, url: string][];
  untold: Untold[];
  shows: ViewMessage;
  focus: number[];
}

/** The filter of days, and the bits of what all other filters leave; null: all. */
interface TimeView {
  since: string;
  until: string;
  sure: boolean;
  undated: Uint8Array | null;
  /** "date", "travel" for days of travel under each other, or nothing for a single tour. */
  align?: string;
}

/** What the timeline needs of the map above it. */
interface TimedMap {
  map: L.Map;
  data: PageData;
  time: TimeView;
  popup: { selected: string; dated?: (days: Days) => void };
  show(state: ViewMessage): void;
  pick(id: string): void;
  tell(message: MapMessage): void;
}

/** A message of the protocol out of the map. */
type MapMessage =
  | { mapapp: "ready" }
  | { mapapp: "selected"; id: string }
  | { mapapp: "moved"; at: Framed }
  | { mapapp: "between"; since: string; until: string }
  | { mapapp: "clicked"; at: [longitude: number, latitude: number] }
  | { mapapp: "edit"; id: string }
  | { mapapp: "scene"; number: number }
  | { mapapp: "corridors"; ids: string[] };

type Framed = [longitude: number, latitude: number, zoom: number];

/** What differs by the other policy of borders: areas (`iso`) and lines (`kind`). See data/basemap/README.md. */
interface BorderData {
  features: { properties: { policy: string; iso?: string; kind?: string } }[];
}

interface LabelData {
  kind: string;
  name: string;
  lon: number;
  lat: number;
  min_zoom: number;
}

/** What filters need. Events are indices, or bits where those are shorter. See mapapp/maps/filters.py. */
interface FilterData {
  facets: Record<string, [value: string, label: string, events: number[] | string, said?: string][]>;
  also: Record<string, string>;
  /** Those that are shown by themselves, with their events at other places; null for the others. */
  visits: ([country: string, traveller: string, days: Days | null, elsewhere: number[]] | null)[];
  lonely: Record<string, number[]>;
  stays: number[];
}

/** A language, and what is said in it by pattern: a translation, or one for each category of number. */
interface Spoken {
  language: string;
  direction: "ltr" | "rtl";
  said: Record<string, string | Record<string, string>>;
  /** Months, and days of the week from Monday, in long and in short. */
  names?: { month: string[]; mon: string[]; weekday: string[]; day: string[] };
}

/** The JSON of the document. `inside` to `about` are in the standalone file alone, `urls` in the served one. */
interface PageData extends Sides {
  /** The language of the reader; nothing for English. See mapapp/words/scripts.py. */
  words?: Spoken;
  /** The words of all rows of the legend, in their order. See mapapp/words/legend.py. */
  legend: Record<string, string>;
  map: string;
  layers: string[];
  middle: number;
  points?: Position[];
  marks: MarkData[];
  legs: Leg[];
  ghosts: Ghost[];
  callouts: CalloutData[];
  corridors: { id: string; title: string }[];
  home: string[];
  travellers: string[];
  untold: Untold[];
  ids: string[];
  /** What is said of the borders by their policy, and of those that tiles draw. See mapapp/words/contents.py. */
  borders: Record<string, string>;
  notice: string;
  credits: string[];
  state: ViewMessage;
  urls: { basemap: Record<string, string>; labels: string; cards: string; corridor: string };
  inside?: Record<string, any> & { corridors: Record<string, CorridorData> };
  cards?: Cards | Promise<Cards>;
}

interface StandaloneData extends PageData {
  cards: Cards;
  filters: FilterData;
  query: string;
  story: SceneData[];
  about: { whole: string; saved: string; as_of: string };
  inside: Record<string, any> & { corridors: Record<string, CorridorData> };
}

/** How a card is opened. */
interface Opening {
  /** What a screen reader calls the card. */
  label: string;
  /** Places that the card speaks of, which it does not cover. */
  keep?: L.LatLng[];
  /** Whether the keyboard goes into it. */
  focus?: boolean;
  /** Gives what the keyboard comes back to. */
  opener?: () => HTMLElement | null | undefined;
  /** Called when it was closed or another took its place. */
  closed?: () => void;
}

/** Where the one open card is; see card_box.js. */
interface CardHolder {
  map: L.Map;
  narrow: boolean;
  opening: boolean;
  open(at: L.LatLng, card: HTMLElement, opening: Opening): void;
}

type Box = [left: number, top: number, right: number, bottom: number];
/** What is in the way of words: boxes or points; see standing.js. */
interface Taken {
  hit(box: Box): boolean;
  push(box: Box): void;
}
/** A row of the legend: a sign and its words, or a heading without a sign. */
type LegendRow = [sign: HTMLElement | null, words: string | (string | HTMLElement)[], key?: string];

/** A name that stands once along one of its lines; `key` is that of its row in the legend. */
interface LineName {
  key: string;
  kind: string;
  text: string;
  traveller?: number;
  lines: L.LatLng[][];
  arrows: L.LatLng[];
}

/** Words of the author's that point at a place, with the event or the mark that they are about. */
interface CalloutData {
  text: string;
  at: Position;
  event?: number;
  mark?: number;
}

/** Where a name stands along a line: its middle, its angle in radians, and the boxes that it takes. */
interface AlongSpot {
  at: [x: number, y: number];
  angle: number;
  boxes: Box[];
}


interface LabelWish {
  text: string;
  at: L.LatLng;
  kind: string;
  zoom: number;
  gap?: [left: number, right: number];
  reach?: number;
  named?: boolean;
  shift?: [x: number, y: number];
  note?: string;
}

/** A disc or a dot of very many marks; x and y in pixels of zoom 0. */
interface Cluster {
  key: number;
  x: number;
  y: number;
  marks: number;
  events: number;
  first: number;
  traveller: number | undefined;
  box: Box;
}

interface Format {
  name: string;
  kind: string;
  suffix: string;
  title: string;
  purpose: string;
  picture: boolean;
  calendar: boolean;
  image: boolean;
}

/** What Streamlit hands to a component of the page. */
interface Component<Data> {
  parentElement: HTMLElement;
  data: Data;
  setTriggerValue(name: string, value: unknown): void;
}

// Layers that Folium wrote into the document.
declare const geo_json_marks: L.GeoJSON;
declare const geo_json_legs: L.GeoJSON;
declare const geo_json_ties: L.GeoJSON;
declare const feature_group_itinerary: L.FeatureGroup;
interface Window {
  [layer: `geo_json_${string}` | `feature_group_${string}`]: any;
}
