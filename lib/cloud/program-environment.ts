/** Variables that would lead a program to other credentials or another AWS than the one it is to use. */
const MISLEADING =
  /^AWS_(DEFAULT_)?PROFILE$|^AWS_SESSION_TOKEN$|^AWS_ROLE_|^AWS_WEB_IDENTITY_|^AWS_CONTAINER_|^AWS_ENDPOINT_URL/;

type Variables = Readonly<Record<string, string | undefined>>;

/** An environment without what would mislead, and with the variables that lead to a cloud. */
export const programEnvironment = (own: Variables, cloud: Variables): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(own).filter(([name]) => !MISLEADING.test(name))),
  ...cloud,
});
