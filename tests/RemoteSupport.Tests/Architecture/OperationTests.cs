using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Http;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Tests.Architecture;

/// <summary>What every operation of the product has to be.</summary>
public sealed class OperationTests
{
    /// <summary>Every operation, by name.</summary>
    public static TheoryData<Type> Operations => [.. typeof(Node).Assembly.GetTypes().Where(type => typeof(IBaseRequest).IsAssignableFrom(type) && !type.IsAbstract).OrderBy(type => type.Name)];

    [Theory, MemberData(nameof(Operations))]
    public void Every_operation_has_exactly_one_handler(Type operation) => Assert.Single(HandlersOf(operation));

    [Theory, MemberData(nameof(Operations))]
    public void Every_operation_is_either_a_command_or_a_query(Type operation)
    {
        var kinds = operation.GetInterfaces().Where(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)));
        Assert.Single(kinds);
    }

    [Theory, MemberData(nameof(Operations))]
    public void Every_operation_says_who_may_run_it(Type operation) => Assert.NotEmpty(operation.GetCustomAttributes<RequirementAttribute>());

    [Theory, MemberData(nameof(Operations))]
    public void An_operation_that_is_open_to_all_asks_for_nothing_else(Type operation)
    {
        var requirements = operation.GetCustomAttributes<RequirementAttribute>().ToList();
        if (requirements.OfType<OpenToAllAttribute>().Any()) Assert.Single(requirements);
    }

    [Theory, MemberData(nameof(Operations))]
    public void No_operation_knows_of_HTTP(Type operation) =>
        Assert.DoesNotContain(
            HandlersOf(operation).SelectMany(handler => handler.GetConstructors().SelectMany(constructor => constructor.GetParameters())),
            parameter => parameter.ParameterType == typeof(IHttpContextAccessor) || parameter.ParameterType == typeof(HttpContext));

    [Theory, MemberData(nameof(Operations))]
    public void Every_annotation_says_its_sentence(Type operation) =>
        Assert.All(
            operation.GetProperties().SelectMany(property => property.GetCustomAttributes<System.ComponentModel.DataAnnotations.ValidationAttribute>()),
            annotation => Assert.False(string.IsNullOrEmpty(annotation.ErrorMessage), $"{operation.Name}: {annotation.GetType().Name} would speak English only."));

    private static IEnumerable<Type> HandlersOf(Type operation) =>
        typeof(Node).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(i =>
            i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && i.GetGenericArguments()[0] == operation));
}
