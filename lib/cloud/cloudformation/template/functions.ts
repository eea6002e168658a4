import { conditionFunctions } from './condition-functions';
import { attributeReference, evaluate, type TemplateFunction } from './evaluate';
import { textFunctions } from './text-functions';
import { UNKNOWN } from './value';

/** The functions of the template language. */
export const TEMPLATE_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  Ref: (name, scope) => scope.ref(String(name)),
  'Fn::GetAtt': (argument, scope) => scope.attribute(...attributeReference(argument)),
  'Fn::ImportValue': (argument, scope) => {
    const name = evaluate(argument, scope);
    return name === UNKNOWN ? UNKNOWN : scope.imported(String(name));
  },
  ...textFunctions,
  ...conditionFunctions,
};
