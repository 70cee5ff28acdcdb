import {
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '#infra/stages.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Identity } from './identity.ts';
import { ALARM_PERIOD, ImpactAlarm } from './impact-alarm.ts';
import { StageLogGroup } from './stage-log-group.ts';

export interface EdgeApiProps {
  readonly stage: Stage;
  readonly alarms: ITopic;
  readonly identity: Identity;
}

/** No body, query or token: they may hold personal data. `sub` says who, the request id finds the rest. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  ip: '$context.identity.sourceIp',
  routeKey: '$context.routeKey',
  status: '$context.status',
  sub: '$context.authorizer.claims.sub',
  clientId: '$context.authorizer.claims.client_id',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
  latencyMs: '$context.responseLatency',
  responseBytes: '$context.responseLength',
};

/** The HTTP API, its token check, and one gateway route per contract. */
export class EdgeApi extends Construct {
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, props: EdgeApiProps) {
    super(scope, id);
    const { stage, identity } = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: `${stage.name}-platform`,
      description: 'Social policy credit platform of Quang Ninh province',
      createDefaultStage: false,
    });
    const accessLog = new StageLogGroup(this, 'AccessLog', stage, `/aws/apigateway/${stage.name}-platform`);
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.ratePerSecond, burstLimit: stage.throttle.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    const authorizer = new HttpAuthorizer(this, 'Authorizer', {
      authorizerName: 'user-pool',
      httpApi: this.api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: identity.pool.userPoolProviderUrl,
      jwtAudience: identity.clients.map((client) => client.userPoolClientId),
    });
    this.authorizer = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'SharedAuthorizer', {
      authorizerId: authorizer.authorizerId,
      authorizerType: HttpAuthorizerType.JWT,
    });
    this.#alarm(props);
  }

  #alarm({ stage, alarms }: EdgeApiProps): void {
    new ImpactAlarm(this, 'ServerErrors', {
      name: `${stage.name}-api-server-errors`,
      topic: alarms,
      metric: this.api.metricServerError({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 5,
      impact: {
        vi: 'Cán bộ nhận lỗi hệ thống thay vì kết quả; việc chưa được ghi nhận hoặc không rõ đã ghi chưa.',
        en: 'Officers get a system error instead of an answer; the act is not recorded, or they cannot tell.',
      },
      whatToDo: {
        vi: 'Lọc nhật ký truy cập theo status >= 500 để biết đường dẫn nào; xem nhật ký hàm của dịch vụ theo requestId. Thử lại cùng khóa là an toàn.',
        en: 'Filter the access log by status >= 500 for the route; read the log of its function by requestId. Retrying with the same key is safe.',
      },
    });
    new ImpactAlarm(this, 'Slow', {
      name: `${stage.name}-api-slow`,
      topic: alarms,
      metric: this.api.metricLatency({ period: ALARM_PERIOD, statistic: 'p95' }),
      threshold: 3000,
      periods: 3,
      impact: {
        vi: 'Một phần hai mươi số yêu cầu chờ trên 3 giây; phiên giao dịch xã bị kéo dài.',
        en: 'One request in twenty takes over 3 seconds; commune transaction sessions drag on.',
      },
      whatToDo: {
        vi: 'So sánh Latency với IntegrationLatency; xem khởi động nguội, giới hạn bảng và khóa nóng trên bảng theo dõi của dịch vụ.',
        en: "Compare Latency with IntegrationLatency; look at cold starts, table throttles and hot keys on the service's dashboard.",
      },
    });
  }
}

export interface ServiceRoutesProps {
  readonly edge: EdgeApi;
  readonly service: string;
  readonly handler: IFunction;
  readonly routes: readonly Route[];
}

/**
 * The gateway routes of one service, in the service's own stack. API Gateway itself routes each contract, and
 * none without a verified token. Throws when a path lies outside `/v1/<service>/`.
 */
export class ServiceRoutes extends Construct {
  constructor(scope: Construct, id: string, props: ServiceRoutesProps) {
    super(scope, id);
    const { api, authorizer } = props.edge;
    const home = `/v1/${props.service}/`;
    // One permission for the whole gateway: one for each route would fill the function's 20 KB policy.
    const integration = new HttpLambdaIntegration('Integration', props.handler, {
      scopePermissionToRoute: false,
    });
    for (const route of props.routes) {
      if (!route.path.startsWith(home)) throw new Error(`${route.path} does not lie under ${home}`);
      new HttpRoute(this, route.operationId, {
        httpApi: api,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration,
        authorizer,
      });
    }
  }
}
