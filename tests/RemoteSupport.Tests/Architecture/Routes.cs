using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Architecture;

/// <summary>The node's routes as they are, so that tests hold for those yet to come.</summary>
internal static class Routes
{
    public static IEnumerable<RouteEndpoint> All(TestNode node) =>
        node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>The portal's pages; the error page has no address of its own.</summary>
    public static IEnumerable<RouteEndpoint> PagesOf(TestNode node) =>
        All(node).Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null && route.RoutePattern.RawText is not "error").DistinctBy(route => route.RoutePattern.RawText);

    /// <summary>The JSON API's routes, each with its one method.</summary>
    public static IEnumerable<(RouteEndpoint Route, HttpMethod Method)> ApiOf(TestNode node) =>
        from route in All(node)
        where Path(route).StartsWith("/api/", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (route, new HttpMethod(method));

    /// <summary>The route as the OpenAPI document writes it: with parameters, without their constraints.</summary>
    public static string PatternOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((dynamic)part).Content))));

    /// <summary>An address of the route: each parameter stands for something that does not exist.</summary>
    public static string SampleOf(RouteEndpoint route) => Fill(route, _ => "00000000-0000-7000-8000-000000000000");

    /// <summary>An address of the route with these parameters.</summary>
    public static string Fill(RouteEndpoint route, Func<string, string> value) =>
        route.RoutePattern.Parameters.Aggregate(PatternOf(route), (path, parameter) => path.Replace($"{{{parameter.Name}}}", value(parameter.Name), StringComparison.Ordinal));

    private static string Path(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.TrimStart('/');
}
