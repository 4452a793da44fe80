using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Mediation;

/// <summary>Checks an operation's annotations before anything else; their messages are keys of the translations.</summary>
internal sealed class Validation<TRequest, TResponse>(IStringLocalizer localizer) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool HasRules = typeof(IValidatableObject).IsAssignableFrom(typeof(TRequest))
        || typeof(TRequest).IsDefined(typeof(ValidationAttribute), inherit: true)
        || typeof(TRequest).GetProperties().Any(property => property.IsDefined(typeof(ValidationAttribute), inherit: true));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (!HasRules) return next();
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(request, new ValidationContext(request), results, validateAllProperties: true)) return next();

        var errors = results
            .SelectMany(result => result.MemberNames.DefaultIfEmpty(""), (result, member) => (Field: JsonNamingPolicy.CamelCase.ConvertName(member), result.ErrorMessage))
            .GroupBy(error => error.Field)
            .ToDictionary(field => field.Key, field => field.Select(error => localizer[error.ErrorMessage ?? ""].Value).ToArray());
        return Task.FromResult(Refused<TResponse>.By(new ValidationFailed(errors)));
    }
}
