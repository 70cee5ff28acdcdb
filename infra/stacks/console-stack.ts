import { fileURLToPath } from 'node:url';
import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { StageLogGroup } from '#infra/constructs/stage-log-group.ts';
import { workspace } from '#infra/constructs/workspace.ts';
import { writeDocuments } from '#infra/documents/documents.ts';
import { TOKEN_PATH } from '#infra/documents/security.ts';
import { removalPolicyOf, type Stage } from '#infra/stages.ts';
import type { PlatformStack } from './platform-stack.ts';

export interface ConsoleStackProps extends StackProps {
  readonly stage: Stage;
  readonly platform: PlatformStack;
}

const SITE = fileURLToPath(new URL('../../services/console/site', import.meta.url));
/** Documents that are files although their paths look like the API's. */
const DOCUMENTS = ['/docs*', '/v1/openapi.json', '/v1/events.json'];

/** A path without a file name means the page of that folder, as a web server would answer it. */
const PAGE_OF_FOLDER = `function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last === '') request.uri += 'index.html';
  else if (last.indexOf('.') === -1) {
    return { statusCode: 301, headers: { location: { value: request.uri + '/' } } };
  }
  return request;
}`;

/** The public address: the first page and the documents from a private bucket, the API and its tokens behind the same name. */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { stage } = props;
    const removalPolicy = removalPolicyOf(stage);
    // Typed by the interface: under exactOptionalPropertyTypes CDK's own class does not quite fit it.
    const logs = new Bucket(this, 'AccessLogs', {
      ...PRIVATE,
      removalPolicy,
      // CloudFront delivers its logs with an ACL and cannot otherwise.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(stage.logRetentionDays) }],
    }) as IBucket;
    const site = new Bucket(this, 'Site', {
      ...PRIVATE,
      removalPolicy,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'bucket/',
    }) as IBucket;
    const webAclArn = new CfnParameter(this, 'WebAclArn', {
      type: 'String',
      description: 'Output WebAclArn of the shield stack',
      allowedPattern: 'arn:aws:wafv2:us-east-1:.+:global/webacl/.+',
    });
    const distribution = this.#distribution(site, logs, webAclArn.valueAsString, props);
    new BucketDeployment(this, 'SiteFiles', {
      sources: [Source.asset(SITE), Source.asset(documents())],
      destinationBucket: site,
      distribution,
      distributionPaths: ['/*'],
      memoryLimit: 512,
      logGroup: new StageLogGroup(this, 'SiteFilesLogs', stage),
    });
    new CfnOutput(this, 'Url', { value: `https://${distribution.distributionDomainName}` });
  }

  #distribution(site: IBucket, logs: IBucket, webAclId: string, props: ConsoleStackProps): Distribution {
    const headers = this.#securityHeaders(props.stage);
    const pages: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(site),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'PageOfFolder', {
            functionName: `${props.stage.name}-page-of-folder`,
            runtime: FunctionRuntime.JS_2_0,
            code: FunctionCode.fromInline(PAGE_OF_FOLDER),
          }),
        },
      ],
    };
    const { edge, tokenHost } = props.platform;
    const passedTo = (host: string): BehaviorOptions => ({
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // Gateway and user pool answer only to their own names, so the viewer's Host must not be passed on.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
      compress: true,
    });
    return new Distribution(this, 'Distribution', {
      comment: `${props.stage.name}: social policy credit of Quang Ninh`,
      defaultBehavior: pages,
      additionalBehaviors: {
        ...Object.fromEntries(DOCUMENTS.map((path) => [path, pages])),
        '/v1/*': passedTo(`${edge.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`),
        [TOKEN_PATH]: passedTo(tokenHost),
      },
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'distribution/',
      webAclId,
    });
  }

  #securityHeaders(stage: Stage): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      responseHeadersPolicyName: `${stage.name}-security-headers`,
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

let written: string | undefined;

/** The documents are the same in every stage, so one process draws them once. */
function documents(): string {
  written ??= writeDocuments(workspace('documents'));
  return written;
}

const PRIVATE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
};
