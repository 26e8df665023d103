/**
 * What several calls do together (Arazzo 1.0), for programs that follow a description. Steps name operations of the contract;
 * a test looks every one of them up, and every output a later step refers to.
 */
export function workflows(contractUrl: string) {
  const ok = (status: number) => [{ condition: `$statusCode == ${status}` }]
  return {
    arazzo: '1.0.1',
    info: {
      title: 'SEC Latent Platform: workflows',
      summary: 'The calls behind the guides, step by step.',
      version: '1.0.0',
    },
    sourceDescriptions: [{ name: 'api', url: contractUrl, type: 'openapi' }],
    workflows: [
      {
        workflowId: 'quickStart',
        summary: 'From a ticker to a quote that can be checked',
        description: 'Finds a signal of a company, takes its evidence, and has the API confirm the quote.',
        inputs: {
          type: 'object',
          required: ['ticker', 'signal_type'],
          properties: {
            ticker: { type: 'string', examples: ['TWTI'] },
            signal_type: { type: 'string', examples: ['rf_added'] },
          },
        },
        steps: [
          {
            stepId: 'findSignals',
            description: 'The latest signals of this type.',
            operationId: 'listSignals',
            parameters: [
              { name: 'ticker', in: 'query', value: '$inputs.ticker' },
              { name: 'signal_type', in: 'query', value: '$inputs.signal_type' },
              { name: 'limit', in: 'query', value: 1 },
            ],
            successCriteria: ok(200),
            outputs: { signal_id: '$response.body#/data/0/id' },
          },
          {
            stepId: 'readEvidence',
            description: 'The quotes it rests on.',
            operationId: 'listEvidence',
            parameters: [{ name: 'signal_id', in: 'path', value: '$steps.findSignals.outputs.signal_id' }],
            successCriteria: ok(200),
            outputs: { evidence: '$response.body#/data/0' },
          },
          {
            stepId: 'checkEvidence',
            description: 'The first of them, looked up again in the bytes the filing was sent with.',
            operationId: 'checkEvidence',
            requestBody: {
              contentType: 'application/json',
              payload: { evidence: '$steps.readEvidence.outputs.evidence' },
            },
            successCriteria: ok(200),
            outputs: { verified: '$response.body#/verified' },
          },
        ],
        outputs: { verified: '$steps.checkEvidence.outputs.verified' },
      },
      {
        workflowId: 'pageThroughFilings',
        summary: 'One page after the other',
        description:
          'All pages are true for the moment of the first. Repeat `nextPage` while `next_cursor` is not null.',
        inputs: {
          type: 'object',
          required: ['form_type'],
          properties: { form_type: { type: 'string', examples: ['10-K'] } },
        },
        steps: [
          {
            stepId: 'firstPage',
            operationId: 'listFilings',
            parameters: [
              { name: 'form_type', in: 'query', value: '$inputs.form_type' },
              { name: 'limit', in: 'query', value: 1 },
            ],
            successCriteria: ok(200),
            outputs: { next_cursor: '$response.body#/next_cursor', as_of: '$response.body#/as_of' },
          },
          {
            stepId: 'nextPage',
            operationId: 'listFilings',
            parameters: [
              { name: 'form_type', in: 'query', value: '$inputs.form_type' },
              { name: 'limit', in: 'query', value: 1 },
              { name: 'cursor', in: 'query', value: '$steps.firstPage.outputs.next_cursor' },
            ],
            successCriteria: ok(200),
            outputs: { next_cursor: '$response.body#/next_cursor', as_of: '$response.body#/as_of' },
          },
        ],
        outputs: { as_of: '$steps.nextPage.outputs.as_of' },
      },
      {
        workflowId: 'setUpWebhook',
        summary: 'Be told of new signals',
        description: 'Makes an endpoint, sends it a test event, and looks at what became of the delivery.',
        inputs: {
          type: 'object',
          required: ['url'],
          properties: { url: { type: 'string', format: 'uri', examples: ['https://hooks.example.com/sec'] } },
        },
        steps: [
          {
            stepId: 'createEndpoint',
            description: 'The secret of the answer signs every message; it is shown this once.',
            operationId: 'createWebhookEndpoint',
            requestBody: {
              contentType: 'application/json',
              payload: { url: '$inputs.url', event_types: ['signal.created'] },
            },
            successCriteria: ok(201),
            outputs: { endpoint_id: '$response.body#/id' },
          },
          {
            stepId: 'sendTestEvent',
            operationId: 'testWebhookEndpoint',
            parameters: [
              { name: 'endpoint_id', in: 'path', value: '$steps.createEndpoint.outputs.endpoint_id' },
            ],
            successCriteria: ok(202),
            outputs: { delivery_id: '$response.body#/id' },
          },
          {
            stepId: 'readDelivery',
            description: 'Its attempts, and what your endpoint answered.',
            operationId: 'getWebhookDelivery',
            parameters: [
              { name: 'endpoint_id', in: 'path', value: '$steps.createEndpoint.outputs.endpoint_id' },
              { name: 'delivery_id', in: 'path', value: '$steps.sendTestEvent.outputs.delivery_id' },
            ],
            successCriteria: ok(200),
            outputs: { status: '$response.body#/status' },
          },
        ],
        outputs: { status: '$steps.readDelivery.outputs.status' },
      },
    ],
  }
}

export type Workflows = ReturnType<typeof workflows>
