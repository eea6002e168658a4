const PLACEHOLDER = /[$#]\{/;

/**
 * True for text that is not what it will be: CDK tokens (`${Token[TOKEN.12]}`, `#{Token[...]}` in lists), and the `${...}`
 * of CloudFormation and Terraform templates. Nothing is known of such a value but that it is static.
 */
export const hasPlaceholder = (value: unknown): value is string => typeof value === 'string' && PLACEHOLDER.test(value);
