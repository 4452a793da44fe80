using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Web;

/// <summary>What the OpenAPI document says beyond what the endpoints declare: the tenant's name, tokens, problems (AP-1).</summary>
public static class OpenApiDescription
{
    private const string Bearer = "bearer";
    private const string Problem = "Problem";
    private const string ProblemType = "application/problem+json";

    /// <summary>Describes the API as it behaves.</summary>
    public static OpenApiOptions DescribeApi(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer((schema, context, _) => Durations(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type));
        return options.AddDocumentTransformer((document, context, _) => Complete(document, context.ApplicationServices.GetRequiredService<MultiTenantContextAccessor>().TenantInfo));
    }

    /// <summary>The generator takes a TimeSpan for .NET's own notation; ours is ISO 8601.</summary>
    private static Task Durations(OpenApiSchema schema, Type type)
    {
        if (type == typeof(TimeSpan)) (schema.Format, schema.Pattern) = ("duration", null);
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiDocument document, TenantInfo? tenant)
    {
        // White label: the platform's name stands nowhere.
        document.Info = new OpenApiInfo { Title = tenant is null ? "API" : $"{tenant.Name} API", Version = "v1" };
        document.Tags?.Clear();
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "The accessToken of POST /sign-in." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        document.AddComponent<IOpenApiSchema>(Problem, ProblemSchema());
        document.Components!.Schemas!.Remove("ProblemDetails");
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())) Refine(operation, document);
        return Task.CompletedTask;
    }

    private static void Refine(OpenApiOperation operation, OpenApiDocument document)
    {
        operation.Tags?.Clear();
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse { Description = "What went wrong.", Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new() } };
        foreach (var content in operation.Responses.Values.Select(response => response.Content).OfType<IDictionary<string, OpenApiMediaType>>())
            if (content.TryGetValue(ProblemType, out var problem)) problem.Schema = new OpenApiSchemaReference(Problem, document);
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457; code is stable, title and detail are in the reader's language.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text(),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text(),
            ["code"] = Text(),
            ["traceId"] = Text(),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "With validation_failed: sentences by field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
            },
        },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
