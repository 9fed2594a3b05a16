/** Whose day the stores' pictures show: made up, and the same whenever they are taken. */
import type { Language } from '../../test/support/examples/texts.ts';

/** A Thursday afternoon, by the services' clock. */
export const NOW_MS = Date.parse('2026-11-26T15:31:42-03:00');
export const START_OF_DAY_MS = Date.parse('2026-11-26T00:00:00-03:00');
export const TIME_ZONE = 'America/Sao_Paulo';
export const PERSON = 'Ana Souza';

interface Project {
  /** Decides the colour: these three are easy to tell apart. */
  id: string;
  code: string;
  name: string;
  step: string;
  funnel: string;
  /** In currency units. */
  hourlyRate: number;
}

export interface Story {
  /** The first one runs. */
  projects: [Project, Project, Project];
  /** What an order is called; its number follows. */
  order: string;
  /** The events of a workflow that goes well, in order: title and message. */
  events: [string, string][];
}

/** When that project was worked on today. Without an end it still runs. */
export const WORKED: { project: 0 | 1 | 2; from: string; to: string | null }[] = [
  { project: 2, from: '08:40:12', to: '10:22:40' },
  { project: 0, from: '10:31:05', to: '12:10:33' },
  { project: 1, from: '13:08:20', to: '13:52:47' },
  { project: 0, from: '14:03:24', to: null },
];

/** A time of that day, in epoch milliseconds. */
export function todayAt(time: string): number {
  return Date.parse(`2026-11-26T${time}-03:00`);
}

export const STORIES: Record<Language, Story> = {
  en: {
    projects: [
      project('website-81', 'SITE-26', 'New website', 'Content review', 'Production', 90),
      project('support-55', 'HELP', 'Customer support', 'Tickets', '', 0),
      project('app-100', 'APP-7', 'Mobile app', 'Prototype', 'Design', 110),
    ],
    order: 'Order',
    events: [
      ['Order received', 'Waiting for the payment'],
      ['Payment confirmed', '480.00 received'],
      ['Run queued', ''],
      ['Run started', ''],
      ['Generate invoice', 'Waiting for the tax service'],
      ['Generate invoice', 'The tax service answered'],
      ['Run succeeded', 'Invoice sent'],
    ],
  },
  'pt-BR': {
    projects: [
      project('website-81', 'SITE-26', 'Novo site', 'Revisão de conteúdo', 'Produção', 90),
      project('support-55', 'SUP', 'Atendimento a clientes', 'Chamados', '', 0),
      project('app-100', 'APP-7', 'Aplicativo móvel', 'Protótipo', 'Design', 110),
    ],
    order: 'Pedido',
    events: [
      ['Pedido recebido', 'Aguardando o pagamento'],
      ['Pagamento confirmado', 'R$ 480,00 recebidos'],
      ['Fluxo na fila', ''],
      ['Fluxo iniciado', ''],
      ['Gerar nota fiscal', 'Aguardando a prefeitura'],
      ['Gerar nota fiscal', 'A prefeitura respondeu'],
      ['Fluxo concluído', 'Nota fiscal enviada'],
    ],
  },
  es: {
    projects: [
      project('website-81', 'WEB-26', 'Nuevo sitio web', 'Revisión de contenido', 'Producción', 90),
      project('support-55', 'SOP', 'Atención al cliente', 'Incidencias', '', 0),
      project('app-100', 'APP-7', 'Aplicación móvil', 'Prototipo', 'Diseño', 110),
    ],
    order: 'Pedido',
    events: [
      ['Pedido recibido', 'Esperando el pago'],
      ['Pago confirmado', '480,00 recibidos'],
      ['Flujo en cola', ''],
      ['Flujo iniciado', ''],
      ['Generar factura', 'Esperando a la agencia tributaria'],
      ['Generar factura', 'La agencia tributaria respondió'],
      ['Flujo terminado', 'Factura enviada'],
    ],
  },
};

function project(
  id: string,
  code: string,
  name: string,
  step: string,
  funnel: string,
  hourlyRate: number,
): Project {
  return { id, code, name, step, funnel, hourlyRate };
}
