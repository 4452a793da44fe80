using System.Text.Json.Nodes;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.OpenApi;

/// <summary>The document says what the API is (AP-1).</summary>
public sealed class OpenApiTests
{
    [Fact, Trait("Behaviour", "AP-1")]
    public async Task It_is_OpenAPI_3_1_in_the_tenants_name_and_never_in_the_platforms()
    {
        var (tenant, document) = await ReadAsync();
        Assert.StartsWith("3.1.", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal($"Brand {tenant.Slug} API", document["info"]!["title"]!.GetValue<string>());
        Assert.DoesNotContain("RemoteSupport", document.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(tenant.Host, document["servers"]![0]!["url"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task It_lists_every_route_that_exists_and_no_other()
    {
        var (tenant, document) = await ReadAsync();
        var routes = Routes.ApiOf(tenant.Node).Select(route => $"{route.Method} {Routes.PatternOf(route.Route)}").Order(StringComparer.Ordinal);
        Assert.Equal(routes, Operations(document).Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Every_operation_says_what_it_does_and_how_it_fails()
    {
        var (_, document) = await ReadAsync();
        Assert.All(Operations(document), operation =>
        {
            Assert.False(string.IsNullOrEmpty(operation.Node["summary"]?.GetValue<string>()), $"{operation.Name} has no summary.");
            var answers = operation.Node["responses"]!.AsObject();
            Assert.Contains(answers, answer => answer.Key.StartsWith('2'));
            Assert.Equal("#/components/schemas/Problem", answers["default"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!.GetValue<string>());
        });
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task It_describes_problems_as_they_are_answered()
    {
        var (tenant, document) = await ReadAsync();
        var described = document["components"]!["schemas"]!["Problem"]!["properties"]!.AsObject().Select(member => member.Key);
        var answered = (await tenant.Call().PostAsync("/sign-in", new { })).Body.AsObject().Select(member => member.Key);
        Assert.Equal(described.Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
        Assert.Null(document["components"]!["schemas"]!["ProblemDetails"]);
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task It_asks_for_bearer_tokens()
    {
        var (_, document) = await ReadAsync();
        var scheme = document["components"]!["securitySchemes"]!["bearer"]!;
        Assert.Equal(("http", "bearer"), (scheme["type"]!.GetValue<string>(), scheme["scheme"]!.GetValue<string>()));
        Assert.NotNull(document["security"]![0]!["bearer"]);
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task Its_schemas_are_named_and_typed_as_the_JSON_is()
    {
        var (_, document) = await ReadAsync();
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
        {
            Assert.Matches("^[A-Z][A-Za-z]+$", name);
            foreach (var (member, property) in schema!["properties"]?.AsObject() ?? [])
            {
                Assert.Matches("^[a-z][A-Za-z]*$", member);
                var types = property!["type"] is JsonArray many ? many.Select(type => type!.GetValue<string>()) : [property["type"]?.GetValue<string>() ?? ""];
                Assert.False(types.Contains("integer") && types.Contains("string"), $"{name}.{member} is {property.ToJsonString()}");
                Assert.DoesNotContain(@"\d", property["pattern"]?.GetValue<string>() ?? "", StringComparison.Ordinal);
            }
        }
    }

    [Fact, Trait("Behaviour", "AP-1")]
    public async Task It_says_that_unknown_fields_are_refused()
    {
        var (_, document) = await ReadAsync();
        var bodies = Operations(document).Select(operation => operation.Node["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>()).OfType<string>().ToList();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, body => Assert.False(document["components"]!["schemas"]![body.Split('/')[^1]]!["additionalProperties"]!.GetValue<bool>()));
    }

    private static async Task<(TestTenant Tenant, JsonNode Document)> ReadAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/openapi/v1.json");
        return (tenant, JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!);
    }

    private static IEnumerable<(string Name, JsonNode Node)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is not "parameters"
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);
}
