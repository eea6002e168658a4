import { type TemplateStack, worldFromTemplates } from '../../../lib/simulate';
import { indexWorld } from '../../../lib/simulate/world';

const stack = (Resources: TemplateStack['template']['Resources']): TemplateStack => ({
  name: 'Centre',
  template: { Resources },
});

describe('A template tells', () => {
  test('data tables with their primary attributes and records', () => {
    const attribute = (Name: string, Primary: boolean) => ({
      Type: 'AWS::Connect::DataTableAttribute',
      Properties: { DataTableArn: { 'Fn::GetAtt': ['Prices', 'Arn'] }, Name, Primary, ValueType: 'TEXT' },
    });
    const value = (attributeId: string, AttributeValue: string) => ({
      AttributeId: { 'Fn::GetAtt': [attributeId, 'AttributeId'] },
      AttributeValue,
    });
    const { dataTables } = worldFromTemplates([
      stack({
        Prices: { Type: 'AWS::Connect::DataTable', Properties: { Name: 'Prices' } },
        Plan: attribute('plan', true),
        Price: attribute('price', false),
        Gold: {
          Type: 'AWS::Connect::DataTableRecord',
          Properties: {
            DataTableArn: { 'Fn::GetAtt': ['Prices', 'Arn'] },
            DataTableRecord: { PrimaryValues: [value('Plan', 'gold')], Values: [value('Price', '9')] },
          },
        },
      }),
    ]);
    expect(dataTables).toMatchObject([{ name: 'Prices', primary: ['plan'], rows: [{ plan: 'gold', price: '9' }] }]);
  });

  test('the proficiencies of agents', () => {
    const UserProficiencies = [{ AttributeName: 'language', AttributeValue: 'german', Level: 4 }];
    const { agents } = worldFromTemplates([
      stack({ Ana: { Type: 'AWS::Connect::User', Properties: { Username: 'ana', UserProficiencies } } }),
    ]);
    expect(agents[0]?.proficiencies).toEqual({ language: { german: 4 } });
  });

  test('nothing of prompts that were uploaded by hand: their ARN is taken for one, any other text is not', () => {
    const { prompt } = indexWorld(worldFromTemplates([stack({})]));
    const arn = 'arn:aws:connect:eu-central-1:111122223333:instance/i/prompt/p-1';
    expect(prompt(arn)).toEqual({ arn, name: 'p-1' });
    expect(prompt('p-1')).toBeUndefined();
  });
});
